//! What the tool says, in both languages.

use langqiao::exchange::bundle::{BadFile, BadFileProblem, FaultName};
use langqiao::locale::Language;
use langqiao::record::World;

langqiao::messages! {
    cannot_read(name: &str, why: &str) = "读不了 {name}：{why}。", "Cannot read {name}: {why}.";
    cannot_write(name: &str, why: &str) = "写不了 {name}：{why}。", "Cannot write {name}: {why}.";
    built_in_broken(why: &str) = "程序自带的资料有误：{why}。", "What is built in is broken: {why}.";
    written(entries: u64) = "写好了，共{entries}条。", "Written: {entries} entries.";
    stories_broken(count: usize) = "有{count}步没有讲下去，这是程序的毛病。", "{count} steps were refused: a fault of this program.";
    backup_left = "备份里的设置和草稿不带走。", "Settings and drafts of the backup are not taken along.";
    kept_back(leaves: usize) = "私下说的话{leaves}处不带走，只留在原来的工作台和它的备份里。", "{leaves} private parts said in confidence are not taken along; they stay at their desk and in its backup.";
    erasures_named(leaves: usize) = "文件要求删除的个人信息里，还有{leaves}处在；同意删除请加 --erase。", "{leaves} private details are still there that an erasure in the files names; add --erase to let them go.";
    key_twice(word: &str) = "--by 里“{word}”重复了。", "--by names “{word}” twice.";
    no_cases(name: &str, why: &str) = "{name} 没能成为案件：{why}。", "{name} could not become cases: {why}.";
    about_file(name: &str, words: &str) = "{name}：{words}", "{name}: {words}";
    alike(count: usize, rows: &str) = "有{count}对像是同一件，都收：{rows}。要是记重了，收进来后作废一件。", "{count} pairs of rows look like one case; both are taken in: {rows}. If one is double, void it afterwards.";
    other_county(title: &str, asked: &str) = "台账标题上写的是{title}，案子都照 --county 算在{asked}。", "The ledger's title says {title}; as --county says, all cases count in {asked}.";
    choose_form = "要按书面算，加 --unsaid-form written。", "To count them as written, add --unsaid-form written.";
    choose_unit = "要按千元或万元读，加 --unsaid-unit thousand 或 ten-thousand。", "To read them as thousands or tens of thousands, add --unsaid-unit thousand or ten-thousand.";
    no_header(name: &str) = "{name} 里没有找到表头，不像台账。", "No header was found in {name}: it does not look like a ledger.";
    no_column(name: &str, row: u32, column: &str) = "{name} 第{row}行的表头里没有“{column}”一栏。", "{name}, row {row}: the header has no column for “{column}”.";
    numbers_twice(count: usize, named: &str) = "有{count}个编号，各不止一件案件在用：{named}。是同一件的，留一件，另一件作废；不是同一件的，改号。", "Numbers that more than one case bears: {count} ({named}). If it is the same case, keep one and void the other; if not, renumber one.";
    reading(name: &str, percent: u64) = "读 {name}，{percent}%", "Reading {name}: {percent}%";
    writing(name: &str, percent: u64) = "写 {name} 的案件，{percent}%", "Writing the cases of {name}: {percent}%";
    rows_read(rows: usize, refused: usize) = "读出{rows}行，{refused}行没读。", "{rows} rows read, {refused} refused.";

    /// Results of `check`.
    sound = "文件完整，没有改动。", "The file is whole and unchanged.";
    holds(entries: &str, streams: &str, cases: &str) = "共{entries}条，分属{streams}件，其中案件{cases}件。", "{entries} entries in {streams} streams, {cases} of them cases.";
    misfits(anomalies: &str, disputed: &str) = "不合之处{anomalies}处；各台说法不一的案件{disputed}件。", "{anomalies} anomalies; {disputed} cases on which desks disagree.";
    full = "完整", "full";
    redacted = "脱敏", "redacted";
    of_level(world: &str, level: &str, open: &str, all: &str) = "世界：{world}；{level}，私密内容{all}处中有{open}处。", "World: {world}; {level}, {open} of {all} private parts present.";
    exported(office: &str, desk: &str, at: &str) = "{office}（{desk}）{at} 导出。", "Exported by {office} ({desk}) at {at}.";
    signed = "签名属于导出的工作台。", "The signature is the exporting desk's.";
    unsigned = "没有签名。", "Not signed.";
    unknown_kind(kind: &str, count: u64) = "不认识的种类 {kind}：{count}条，照样保留。", "Unknown kind {kind}: {count} entries, kept as they are.";

    /// Tables.
    by_type = "类型", "Type";
    by_month = "月份", "Month";
    by_county = "县区", "County";
    by_outcome = "结果", "Outcome";
    by_source = "来源", "Source";
    by_town = "乡镇街道", "Township";
    mediated = "调解", "Mediated";
    successful = "成功", "Successful";
    people = "涉及人数", "People";
    yuan = "协议金额（元）", "In agreements (yuan)";
    ended_written = "书面协议", "Written agreement";
    ended_oral = "口头协议", "Oral agreement";
    ended_failed = "调解不成", "Not agreed";
    ended_withdrawn = "撤回", "Withdrawn";
    ended_declined = "不予受理", "Declined";

    /// Bad bundles.
    in_file(name: &str, why: &str) = "{name}：{why}。", "{name}: {why}.";
    at_line(name: &str, line: u64, why: &str) = "{name} 第{line}行：{why}。", "{name}, line {line}: {why}.";
    at_byte(name: &str, line: u64, byte: u64, why: &str) = "{name} 第{line}行第{byte}字节：{why}。", "{name}, line {line}, byte {byte}: {why}.";
    empty = "文件是空的", "the file is empty";
    packed = "这是压缩过的（gzip），请先解开：gunzip -k 文件名", "this is packed with gzip; unpack it first: gunzip -k FILE";
    packing_damaged = "压缩的内容坏了，请让对方重新传一次", "what is packed is damaged; ask for it to be sent again";
    not_json = "不是 JSON", "this is not JSON";
    not_a_bundle = "不是廊桥的数据包", "this is no bundle of Langqiao";
    newer(version: u64) = "是更新的版本（{version}）做的，请先更新廊桥", "made by a newer version ({version}); please update Langqiao first";
    cut_off = "文件在这里断了", "the file breaks off here";
    not_canonical = "写法不合规范", "not in the one spelling that is allowed";
    twice = "同一个键出现两次", "a key stands twice";
    fraction = "有小数", "a number has a fraction";
    number = "数字超出范围或写法不对", "a number is out of range or misspelt";
    too_deep = "嵌套太深", "nested too deeply";
    too_long = "这一行太长", "longer than a line may be";
    too_many = "前一条或附带内容太多，或没按次序", "too many parents or leaves, or not in order";
    missing(field: &str) = "缺少“{field}”", "“{field}” is missing";
    malformed(field: &str) = "“{field}”不对", "“{field}” is malformed";
    changed = "这一条被改动过", "the entry was changed";
    leaf_changed = "这一条的私密内容被改动过", "a private part of the entry was changed";
    other_world(here: &str, there: &str) = "这里是“{there}”的，和“{here}”不能混", "this is of the world “{there}” and cannot be mixed with “{here}”";
    count_differs = "条数和封存时对不上", "the count is not what was sealed";
    digest_differs = "摘要和封存时对不上", "the digest is not what was sealed";
    signature_differs = "签名不是导出的工作台的", "the signature is not the exporting desk's";
    not_redacted = "文件自称不带私密内容，这里却带着", "the file says that it leaves this private part out, and it is there";
    not_a_backup = "这不是备份", "this is not a backup";
    world_real = "真实", "real";
    world_demonstration = "示范", "demonstration";
    world_training = "演练", "training";
}

/// What is wrong with a bundle, and where.
pub fn bad_file(language: Language, name: &str, bad: &BadFile) -> String {
    let why = match &bad.problem {
        BadFileProblem::Empty => empty(language).into(),
        BadFileProblem::Packed => packed(language).into(),
        BadFileProblem::PackingDamaged => packing_damaged(language).into(),
        BadFileProblem::NotJson => not_json(language).into(),
        BadFileProblem::NotABundle => not_a_bundle(language).into(),
        BadFileProblem::Newer(version) => newer(language, *version),
        BadFileProblem::CutOff => cut_off(language).into(),
        BadFileProblem::Line(fault) => self::fault(language, fault),
        BadFileProblem::OtherWorld { here, there } => {
            other_world(language, world(language, here), world(language, there))
        }
        BadFileProblem::CountDiffers => count_differs(language).into(),
        BadFileProblem::DigestDiffers => digest_differs(language).into(),
        BadFileProblem::SignatureDiffers => signature_differs(language).into(),
        BadFileProblem::NotRedacted => not_redacted(language).into(),
        BadFileProblem::NotABackup => not_a_backup(language).into(),
    };
    match (bad.line, &bad.problem) {
        (0, _) => in_file(language, name, &why),
        (line, BadFileProblem::Line(_)) => at_byte(language, name, line, bad.at + 1, &why),
        (line, _) => at_line(language, name, line, &why),
    }
}

fn fault(language: Language, fault: &FaultName) -> String {
    let fixed = match fault {
        FaultName::Missing(field) => return missing(language, field),
        FaultName::Malformed(field) => return malformed(language, field),
        FaultName::CutOff => cut_off,
        FaultName::NotCanonical => not_canonical,
        FaultName::KeyTwice => twice,
        FaultName::Fraction => fraction,
        FaultName::Number => number,
        FaultName::TooDeep => too_deep,
        FaultName::TooLong => too_long,
        FaultName::TooMany => too_many,
        FaultName::Changed => changed,
        FaultName::LeafChanged => leaf_changed,
    };
    fixed(language).into()
}

pub fn world(language: Language, world: &World) -> &str {
    match world {
        World::Real => world_real(language),
        World::Demonstration => world_demonstration(language),
        World::Training => world_training(language),
        World::Other(code) => code,
    }
}
