//! What a person stops leaves the workspace as it was.

use std::cell::RefCell;
use std::future::pending;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Wake;

use langqiao::engine::reading::{Reads, Shares, Step, Task};
use langqiao::training::scenario::DEMONSTRATION;

use super::*;

/// A machine before which somebody stands who may press the button.
struct Watched(Bench, Rc<Button>);

#[derive(Default)]
struct Button {
    pressed: Cell<bool>,
    waits: RefCell<Option<Waker>>,
}

impl Button {
    fn set(&self, pressed: bool) {
        self.pressed.set(pressed);
    }
}

impl Chance for Watched {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.fill(bytes);
    }
}

impl Machine for Watched {
    fn now(&self) -> Moment {
        self.0.now()
    }
    fn changed(&self) {}
    fn progress(&self, _: u64, _: u64) {}
    fn pin_digest(&self, pin: &str, salt: &str) -> String {
        self.0.pin_digest(pin, salt)
    }
    fn stopped(&self) -> bool {
        self.1.pressed.get()
    }
    fn wake_when_stopped(&self, waker: &Waker) {
        self.1.waits.replace(Some(waker.clone()));
    }
}

fn watched(kind: WorkspaceKind) -> (Engine<Memory, Watched>, Rc<Button>) {
    let stopped = Rc::new(Button::default());
    let machine = Watched(Bench(Cell::new(31)), Rc::clone(&stopped));
    (
        run(Engine::open(Memory::default(), machine, kind)).unwrap(),
        stopped,
    )
}

#[test]
fn a_region_that_is_stopped_is_not_there_and_can_be_told_again() {
    let (mut desk, stopped) = watched(WorkspaceKind::Demonstration);
    let mut tell = || {
        let towns = include_str!("../../public/places/towns.txt").to_owned();
        let shares = Shares::of_region(1, |share| Ok(Here::without_file(share)));
        let told = run(desk.demonstrate(DEMONSTRATION.to_owned(), towns, shares));
        (told, desk.is_empty(), desk.views().0.rows().count())
    };
    stopped.set(true);
    assert_eq!(tell(), (Err(Trouble::Cancelled), true, 0));
    stopped.set(false);
    let (told, is_empty, rows) = tell();
    assert!(told.is_ok() && !is_empty && rows > 9_000);
}

#[test]
fn reading_and_writing_a_bundle_stop_and_change_nothing() {
    let mut other = super::desk(32);
    register(&mut other);
    let first = export(&mut other, Level::Full);
    let (mut desk, stopped) = watched(WorkspaceKind::Desk);
    let read = |desk: &mut Engine<Memory, Watched>, bundle: &[u8]| {
        run(desk.read_bundle("b.json", Here::new(Bytes(Some(bundle.to_vec())))))
    };
    read(&mut desk, &first).unwrap();
    run(desk.take_staged(false)).unwrap();
    let before = run(desk.digests()).unwrap();
    register(&mut other);
    let second = export(&mut other, Level::Full);

    stopped.set(true);
    assert_eq!(read(&mut desk, &second).unwrap_err(), Trouble::Cancelled);
    let mut out = Vec::new();
    let everything = ExportScope::Everything;
    let exported = run(desk.export(&everything, Level::Full, "", &mut out));
    assert_eq!(exported.unwrap_err(), Trouble::Cancelled);

    stopped.set(false);
    assert_eq!(run(desk.digests()).unwrap(), before);
    assert!(
        run(desk.take_staged(false)).is_err(),
        "nothing waits to be taken"
    );
    assert_eq!(read(&mut desk, &second).unwrap().new_cases, 1);
}

/// Somebody who reads, says a word, and is busy ever after.
struct Busy {
    spoke: bool,
    sent_home: Rc<Cell<bool>>,
}

impl Reads for Busy {
    async fn begin(&mut self, _: &Task) -> Result<(), Trouble> {
        Ok(())
    }
    async fn next(&mut self) -> Result<Step, Trouble> {
        if std::mem::replace(&mut self.spoke, true) {
            return pending().await;
        }
        Ok(Step::Came { done: 1, of: 2 })
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.sent_home.set(true);
    }
}

struct Bell(AtomicBool);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
fn who_is_busy_with_a_file_is_not_waited_for_once_it_is_stopped() {
    let (mut desk, button) = watched(WorkspaceKind::Desk);
    let sent_home = Rc::new(Cell::new(false));
    let busy = Busy {
        spoke: false,
        sent_home: Rc::clone(&sent_home),
    };
    let bell = Arc::new(Bell(AtomicBool::new(false)));
    let waker = Waker::from(Arc::clone(&bell));
    let mut context = Context::from_waker(&waker);
    let mut reading = pin!(desk.read_bundle("b.json", busy));
    assert!(reading.as_mut().poll(&mut context).is_pending());
    assert!(!bell.0.load(Ordering::Relaxed) && !sent_home.get());
    button.set(true);
    button.waits.take().unwrap().wake();
    assert!(bell.0.load(Ordering::Relaxed));
    let Poll::Ready(read) = reading.as_mut().poll(&mut context) else {
        panic!("it waits for who is busy");
    };
    assert_eq!(read.unwrap_err(), Trouble::Cancelled);
    assert!(sent_home.get());
}
