//! Text through the UART, and the end of the emulation.

const UART: *mut u8 = 0x1000_0000 as *mut u8;
/// Writing here ends the emulation.
const TEST: *mut u32 = 0x10_0000 as *mut u32;

/// Prints text.
pub fn print(text: &str) {
    // SAFETY: this is the transmit register of the UART, which nothing else uses.
    text.bytes().for_each(|byte| unsafe { UART.write_volatile(byte) });
}

/// Ends the emulation.
pub fn exit(success: bool) -> ! {
    // SAFETY: this is the register of the `virt` machine that ends it.
    unsafe { TEST.write_volatile(if success { 0x5555 } else { 0x1_3333 }) };
    loop {
        core::hint::spin_loop();
    }
}
