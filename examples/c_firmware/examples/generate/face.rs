//! The description of one C function, from which its Rust, its line in the header and its test are written.

/// A type of which C hands over one value per row, or one in all.
#[derive(Clone, Copy)]
pub struct Cell {
    /// The type in C.
    pub c: &'static str,
    /// The type in Rust.
    pub rust: &'static str,
    /// The number of values of the C type in one of the Rust type.
    pub width: usize,
}

/// A number.
pub const FLOAT: Cell = Cell { c: "float", rust: "f32", width: 1 };
/// Two numbers.
pub const PAIR: Cell = Cell { c: "float", rust: "[f32; 2]", width: 2 };
/// Two corners of a box.
pub const CORNERS: Cell = Cell { c: "float", rust: "[f32; 4]", width: 4 };
/// A whole number of samples.
pub const COUNT: Cell = Cell { c: "uint32_t", rust: "u32", width: 1 };
/// An index, or a number of things.
pub const SIZE: Cell = Cell { c: "size_t", rust: "usize", width: 1 };
/// A label.
pub const BYTE: Cell = Cell { c: "uint8_t", rust: "u8", width: 1 };

/// The four words of an `EmpiricalRisk`.
pub const RISK: Cell = Cell { c: "microloss_empirical_risk", rust: "EmpiricalRisk", width: 1 };

/// How an argument is passed.
#[derive(Clone)]
pub enum Pass {
    /// The number of rows.
    Rows,
    /// A number.
    Number,
    /// A number of things.
    Size,
    /// A choice among the variants of an enumeration.
    Choice,
    /// The reduction.
    Reduction,
    /// The options of a loss, or null.
    Options { c: String, rust: String },
    /// Rows to read.
    Read(Cell),
    /// Rows to read, or null.
    Optional(Cell),
    /// Rows to write.
    Write(Cell),
    /// Rows to read and to overwrite.
    Update(Cell),
    /// Rows to write, which may be those of the predictions.
    Replace(Cell),
    /// One value to write.
    Result(Cell),
}

/// Memory that the test passes for a pointer.
#[derive(Clone)]
pub enum Data {
    /// The rows of this array.
    Pool(String),
    /// Room.
    Room,
    /// The words of an options struct.
    Options(Vec<u32>),
}

/// An argument.
#[derive(Clone)]
pub struct Argument {
    /// The name.
    pub name: String,
    /// How it is passed.
    pub pass: Pass,
    /// The words of its documentation.
    pub words: String,
    /// The test's value, as an expression of C.
    pub value: String,
    /// The test's memory for a pointer.
    pub data: Data,
    /// The digest of an output that the test expects: with all arguments, and without those that may be null.
    pub expected: [u32; 2],
}

impl Argument {
    /// Creates an argument that is passed by value.
    pub fn value(name: &str, pass: Pass, words: impl Into<String>, value: &str) -> Self {
        Self {
            name: name.into(),
            pass,
            words: words.into(),
            value: value.into(),
            data: Data::Room,
            expected: [0; 2],
        }
    }

    /// Creates a pointer to inputs.
    pub fn input(name: &str, pass: Pass, words: impl Into<String>, data: Data) -> Self {
        Self { data, ..Self::value(name, pass, words, "") }
    }

    /// Creates a pointer to outputs.
    pub fn output(name: &str, pass: Pass, words: impl Into<String>, expected: [u32; 2]) -> Self {
        Self { expected, ..Self::value(name, pass, words, "") }
    }

    /// Returns the type in C.
    pub fn c(&self) -> String {
        match &self.pass {
            Pass::Rows | Pass::Size => "size_t ".into(),
            Pass::Number => "float ".into(),
            Pass::Choice => "uint32_t ".into(),
            Pass::Reduction => "microloss_reduction ".into(),
            Pass::Options { c, .. } => format!("const {c} *"),
            Pass::Read(cell) | Pass::Optional(cell) => format!("const {} *", cell.c),
            Pass::Write(cell) | Pass::Update(cell) | Pass::Replace(cell) | Pass::Result(cell) => {
                format!("{} *", cell.c)
            }
        }
    }

    /// Returns the type in Rust.
    pub fn rust(&self) -> String {
        match &self.pass {
            Pass::Rows | Pass::Size => "usize".into(),
            Pass::Number => "f32".into(),
            Pass::Choice => "u32".into(),
            Pass::Reduction => "Reduction".into(),
            Pass::Options { rust, .. } => format!("*const {rust}"),
            Pass::Read(cell) | Pass::Optional(cell) => format!("*const {}", cell.rust),
            Pass::Write(cell) | Pass::Update(cell) | Pass::Replace(cell) | Pass::Result(cell) => {
                format!("*mut {}", cell.rust)
            }
        }
    }

    /// Returns true if the argument is a pointer.
    pub fn is_pointer(&self) -> bool {
        !matches!(self.pass, Pass::Rows | Pass::Size | Pass::Number | Pass::Choice | Pass::Reduction)
    }
}

/// A C function.
pub struct Face {
    /// The name behind `microloss_`.
    pub name: String,
    /// The words of its documentation, a paragraph each.
    pub words: Vec<String>,
    /// The arguments.
    pub arguments: Vec<Argument>,
    /// True if it returns a number instead of a status: it has no pointers, and nothing to refuse.
    pub returns_number: bool,
    /// The body of the Rust function; empty if it is written by hand.
    pub body: String,
    /// True if every number must be refused that is NaN, and a batch without rows.
    pub strict: bool,
    /// The positions of rows that are refused if they are NaN, or all ones.
    pub refuses_rows: Vec<usize>,
    /// The bits of the number that the function must return.
    pub number: u32,
}

impl Face {
    /// Returns the position of an argument, counted from 1.
    pub fn position(&self, name: &str) -> usize {
        1 + self
            .arguments
            .iter()
            .position(|argument| argument.name == name)
            .unwrap_or_else(|| panic!("no {name}"))
    }
}

/// Bits of one word, or a hash of the bits of several (Fowler–Noll–Vo).
pub fn digest(words: &[u32]) -> u32 {
    match words {
        [word] => *word,
        _ => words.iter().fold(0x811C_9DC5, |hash, word| (hash ^ word).wrapping_mul(0x0100_0193)),
    }
}
