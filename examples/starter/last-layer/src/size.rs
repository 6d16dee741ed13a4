//! The room that the image takes, from addresses that the linker script of cortex-m-rt names.

unsafe extern "C" {
    safe static __vector_table: u8;
    safe static __sidata: u8;
    safe static __sdata: u8;
    safe static __edata: u8;
    safe static __euninit: u8;
}

/// Logs bytes of flash, and of memory without the stack.
pub fn log() {
    let between = |first: &u8, last: &u8| (last as *const u8).addr() - (first as *const u8).addr();
    let flash = between(&__vector_table, &__sidata) + between(&__sdata, &__edata);
    defmt::info!("{} bytes of flash; of memory {}, and the stack", flash, between(&__sdata, &__euninit));
}
