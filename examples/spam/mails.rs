//! The mails of Spambase.

/// Bits of a record without the label.
pub const FEATURES: usize = 63;
/// Mails to train on. The other 1 101 are unseen.
pub const TRAINING: usize = 3500;

static MAILS: &[u8] = include_bytes!("mails.bin");

/// Returns the features of every mail, 0 or 1 each, and true for spam.
pub fn mails() -> (Vec<[f32; FEATURES]>, Vec<bool>) {
    let mail = |record: &[u8; 8]| {
        let bits = u64::from_le_bytes(*record);
        (std::array::from_fn(|at| (bits >> at & 1) as f32), bits >> FEATURES == 1)
    };
    MAILS.as_chunks().0.iter().map(mail).unzip()
}
