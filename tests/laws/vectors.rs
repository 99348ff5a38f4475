//! Canonical JSON against RFC 8785's own vectors (tests/fixtures/rfc8785).

use langqiao::record::canonical::{Fault, Scanner, write};
use serde_json::Value;

macro_rules! vectors {
    ($($name:literal),*) => {
        &[$((
            $name,
            include_str!(concat!("../fixtures/rfc8785/input/", $name, ".json")),
            include_str!(concat!("../fixtures/rfc8785/output/", $name, ".json")),
        )),*]
    };
}

const VECTORS: &[(&str, &str, &str)] = vectors!("arrays", "french", "unicode", "weird");
/// 56.0 stands in the first, fractions and exponents in the second.
const FRACTIONS: &[(&str, &str, &str)] = vectors!("structures", "values");

fn spelled(input: &str) -> Result<String, Fault> {
    let value: Value = serde_json::from_str(input).unwrap();
    let mut out = String::new();
    write(&value, &mut out).map(|()| out)
}

fn read(text: &str) -> Result<(), Fault> {
    let mut scanner = Scanner::new(text.as_bytes()).map_err(|flaw| flaw.fault)?;
    scanner
        .value()
        .and_then(|_| scanner.end())
        .map_err(|flaw| flaw.fault)
}

#[test]
fn vectors_are_written_byte_for_byte_and_read() {
    for (name, input, output) in VECTORS {
        assert_eq!(spelled(input).as_deref(), Ok(*output), "{name}");
        assert_eq!(read(output), Ok(()), "{name}");
        assert!(
            read(input).is_err() || input == output,
            "{name}: only one spelling is read"
        );
    }
}

#[test]
fn fractions_are_refused_by_name() {
    let [(_, whole, output), values] = FRACTIONS else {
        unreachable!()
    };
    assert_eq!(spelled(whole), Err(Fault::Fraction));
    assert_eq!(
        spelled(&whole.replace("56.0", "56")).as_deref(),
        Ok(*output)
    );
    let (_, input, output) = values;
    assert_eq!(spelled(input), Err(Fault::Fraction));
    assert_eq!(read(output), Err(Fault::Fraction));
    // What stands beside the numbers is spelled as the vector has it.
    let mut value: Value = serde_json::from_str(input).unwrap();
    value["numbers"] = Value::Array(vec![]);
    let numbers = output.find("[333").unwrap()..output.find("],\"string\"").unwrap();
    let expected = format!("{}[{}", &output[..numbers.start], &output[numbers.end..]);
    assert_eq!(spelled(&value.to_string()), Ok(expected));
}

#[test]
fn whole_numbers_end_at_two_to_the_fifty_third() {
    for (number, expected) in [
        ("9007199254740991", Ok("9007199254740991")),
        ("-9007199254740991", Ok("-9007199254740991")),
        ("9007199254740992", Err(Fault::Number)),
        ("-9007199254740992", Err(Fault::Number)),
        ("-9223372036854775808", Err(Fault::Number)),
        ("18446744073709551615", Err(Fault::Number)),
        ("1.0", Err(Fault::Fraction)),
        ("1e3", Err(Fault::Fraction)),
        ("-0", Err(Fault::Fraction)),
    ] {
        assert_eq!(
            spelled(number).as_deref().map_err(Clone::clone),
            expected,
            "{number}"
        );
    }
}
