//! An image with the fused value and gradient of one loss and nothing else. `LOSS` names the loss during the build, or several losses
//! with `+` between them.
//!
//! The losses take the size of this image less that of an image with no loss.
#![no_std]
#![no_main]

use core::hint::black_box;
use cortex_m_rt::entry;
use microloss_firmware::subjects::{self, Measure, Shape, Subject};

struct Keep;

impl Measure for Keep {
    const ONLY: Option<&'static str> = match option_env!("LOSS") {
        Some(name) => Some(name),
        None => Some("none"),
    };

    fn measure<P: Shape, T: Copy>(&mut self, subject: &Subject<P, T>) {
        black_box(subject.call);
    }
}

#[entry]
fn main() -> ! {
    subjects::each(&mut Keep);
    loop {
        cortex_m::asm::wfi();
    }
}
