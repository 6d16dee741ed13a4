// The code before `main` on a Cortex-M: vectors, the FPU if there is one, initial data. Then newlib's start, which calls `main`.

#include <stdint.h>
#include <string.h>

extern uint32_t stack_top[], data_start[], data_end[], data_in_flash[];
void _start(void);

void reset(void) {
#ifdef __ARM_FP
    // Gives full access to the FPU, before anything uses it.
    *(volatile uint32_t *)0xE000ED88 |= 0xFu << 20;
    __asm volatile("dsb\n isb");
#endif
    memcpy(data_start, data_in_flash, (uintptr_t)data_end - (uintptr_t)data_start);
    _start();
}

// A fault ends in the debugger, or in the emulator as a lock-up.
static void fault(void) {
    __asm volatile("bkpt 0");
}

__attribute__((section(".vectors"), used)) static const uintptr_t vectors[16] = {
    (uintptr_t)stack_top, (uintptr_t)reset, (uintptr_t)fault, (uintptr_t)fault,
    (uintptr_t)fault,     (uintptr_t)fault, (uintptr_t)fault,
};
