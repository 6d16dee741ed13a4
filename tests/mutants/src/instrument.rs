//! Source text in which every mutant is present, and one can be switched on at run time.

use proc_macro2::{LineColumn, Span};
use serde_json::Value;
use std::collections::BTreeMap;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprBinary, ExprStruct, ExprUnary, Member, UnOp};

/// The switch, appended to `src/lib.rs`. Code that the compiler evaluates is never mutated.
pub const SWITCH: &str = r#"
/// The mutant that is on.
mod mutant {
    extern crate std;
    use core::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
    use std::io::Write;

    const UNKNOWN: u32 = u32::MAX;
    const TRACE: u32 = u32::MAX - 1;
    static ACTIVE: AtomicU32 = AtomicU32::new(UNKNOWN);
    static REACHED: [AtomicBool; 10_000] = [const { AtomicBool::new(false) }; 10_000];

    #[inline(always)]
    pub(crate) const fn on(id: u32) -> bool {
        core::intrinsics::const_eval_select((id,), never, now)
    }

    const fn never(_: u32) -> bool {
        false
    }

    #[inline(always)]
    fn now(id: u32) -> bool {
        let active = ACTIVE.load(Relaxed);
        active == id || (active >= TRACE && ask(id))
    }

    #[cold]
    fn ask(id: u32) -> bool {
        if ACTIVE.load(Relaxed) == UNKNOWN {
            let active = std::env::var("MUTANT").ok().and_then(|id| id.parse().ok());
            ACTIVE.store(active.unwrap_or(TRACE), Relaxed);
            return now(id);
        }
        let reached = &REACHED[id as usize];
        if !reached.load(Relaxed)
            && !reached.swap(true, Relaxed)
            && let Some(trace) = std::env::var_os("MUTANT_TRACE")
        {
            let mut file = std::fs::File::options().append(true).create(true).open(trace).unwrap();
            std::writeln!(file, "{id}").unwrap();
        }
        false
    }
}
"#;

/// One file, with its mutants by their start.
pub struct File<'a> {
    source: &'a str,
    lines: Vec<usize>,
    mutants: BTreeMap<(usize, usize), Vec<(usize, &'a Value)>>,
    opening: BTreeMap<usize, String>,
    closing: BTreeMap<usize, String>,
    removed: Vec<(usize, usize)>,
    /// The mutants that are in the text.
    pub placed: Vec<usize>,
}

impl<'a> File<'a> {
    pub fn new(source: &'a str, mutants: impl Iterator<Item = (usize, &'a Value)>) -> Self {
        let mut lines = vec![0];
        lines.extend(source.match_indices('\n').map(|(at, _)| at + 1));
        let mut by_start: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (id, mutant) in mutants {
            let at = |end: &str| {
                let number = |key| mutant["span"][end][key].as_u64().unwrap() as usize;
                LineColumn { line: number("line"), column: number("column") - 1 }
            };
            by_start.entry((at("start").line, at("start").column)).or_default().push((id, mutant));
        }
        Self {
            source,
            lines,
            mutants: by_start,
            opening: BTreeMap::new(),
            closing: BTreeMap::new(),
            removed: Vec::new(),
            placed: Vec::new(),
        }
    }

    /// The text with all mutants that could be placed.
    pub fn instrument(&mut self) -> String {
        let tree = syn::parse_file(self.source).unwrap();
        self.visit_file(&tree);
        let mut text = String::new();
        let mut at = 0;
        let mut edits: Vec<usize> = self.opening.keys().chain(self.closing.keys()).copied().collect();
        edits.extend(self.removed.iter().map(|(start, _)| *start));
        edits.sort_unstable();
        edits.dedup();
        for edit in edits {
            text.push_str(&self.source[at.min(edit)..edit]);
            at = at.max(edit);
            text.push_str(self.closing.get(&edit).map_or("", String::as_str));
            text.push_str(self.opening.get(&edit).map_or("", String::as_str));
            for (start, end) in &self.removed {
                if *start == edit {
                    at = *end;
                }
            }
        }
        text + &self.source[at..]
    }

    fn offset(&self, at: LineColumn) -> usize {
        let line = self.lines[at.line - 1];
        line + self.source[line..].chars().take(at.column).map(char::len_utf8).sum::<usize>()
    }

    fn range(&self, span: Span) -> (usize, usize) {
        (self.offset(span.start()), self.offset(span.end()))
    }

    /// A node that is visited first encloses those visited later.
    fn open(&mut self, at: usize, text: &str) {
        self.opening.entry(at).or_default().push_str(text);
    }

    fn close(&mut self, at: usize, text: &str) {
        self.closing.entry(at).or_default().insert_str(0, text);
    }

    /// The mutants of one genre that start here.
    fn take(&mut self, span: Span, genre: &str) -> Vec<(usize, String)> {
        let key = (span.start().line, span.start().column);
        let here = self.mutants.get(&key).into_iter().flatten();
        let taken: Vec<_> = here
            .filter(|(_, mutant)| mutant["genre"] == genre)
            .map(|(id, mutant)| (*id, mutant["replacement"].as_str().unwrap().to_string()))
            .collect();
        self.placed.extend(taken.iter().map(|(id, _)| *id));
        taken
    }

    /// Places the mutants of an operator; whether there are any.
    fn binary(&mut self, node: &ExprBinary) -> bool {
        let mutants = self.take(node.op.span(), "BinaryOperator");
        if mutants.is_empty() {
            return false;
        }
        let (left, op, right) =
            (self.range(node.left.span()), self.range(node.op.span()), self.range(node.right.span()));
        let token = &self.source[op.0..op.1];
        let choose = |of: &dyn Fn(&str) -> String| {
            let cases = mutants
                .iter()
                .map(|(id, other)| format!("if crate::mutant::on({id}) {{ {} }} else ", of(other)));
            format!("{}{{ {} }}", cases.collect::<String>(), of(token))
        };
        match node.op {
            BinOp::And(_) | BinOp::Or(_) => {
                let id = mutants[0].0;
                let test = if token == "&&" { "!=" } else { "==" };
                self.open(left.0, "(match ");
                self.close(left.1, &format!(" {{ l => if l {test} crate::mutant::on({id}) {{ "));
                self.removed.push(op);
                self.close(right.1, " } else { l } })");
            }
            BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => {
                let cases = choose(&|op| format!("*l {op} *r"));
                self.open(left.0, "(match (&(");
                self.close(left.1, "), &(");
                self.removed.push(op);
                self.close(right.1, &format!(")) {{ (l, r) => {cases} }})"));
            }
            op if is_assignment(&op) => {
                let place = &self.source[left.0..left.1];
                let cases = choose(&|op| format!("{place} {op} r"));
                self.open(left.0, "{ let r = ");
                self.removed.push((left.0, right.0));
                self.close(right.1, &format!("; {cases} }}"));
            }
            _ => {
                let cases = choose(&|op| format!("l {op} r"));
                self.open(left.0, "(match (");
                self.close(left.1, ", ");
                self.removed.push(op);
                self.close(right.1, &format!(") {{ (l, r) => {cases} }})"));
            }
        }
        true
    }
}

impl<'ast> Visit<'ast> for File<'_> {
    fn visit_expr_binary(&mut self, node: &'ast ExprBinary) {
        if has_let(node) || !self.binary(node) {
            return visit::visit_expr_binary(self, node);
        }
        // The target of an assignment is copied into every case, and so is left as it is.
        if !is_assignment(&node.op) {
            self.visit_expr(&node.left);
        }
        self.visit_expr(&node.right);
    }

    fn visit_expr_unary(&mut self, node: &'ast ExprUnary) {
        let token = match node.op {
            UnOp::Not(_) => "!",
            _ => "-",
        };
        if let [(id, _)] = self.take(node.op.span(), "UnaryOperator")[..] {
            let (op, operand) = (self.range(node.op.span()), self.range(node.expr.span()));
            self.removed.push(op);
            self.open(op.0, "(match ");
            self.close(
                operand.1,
                &format!(" {{ x => if crate::mutant::on({id}) {{ x }} else {{ {token}x }} }})"),
            );
        }
        visit::visit_expr_unary(self, node);
    }

    fn visit_expr_struct(&mut self, node: &'ast ExprStruct) {
        for field in &node.fields {
            if let (Some(base), Member::Named(name)) = (&node.rest, &field.member)
                && let [(id, _)] = self.take(field.span(), "StructField")[..]
            {
                let base = self.range(base.span());
                let base = &self.source[base.0..base.1];
                let value = self.range(field.expr.span());
                let name_again =
                    if field.colon_token.is_some() { String::new() } else { format!("{name}: ") };
                self.open(
                    value.0,
                    &format!("{name_again}if crate::mutant::on({id}) {{ ({base}).{name} }} else {{ "),
                );
                self.close(value.1, " }");
            }
        }
        visit::visit_expr_struct(self, node);
    }

    fn visit_arm(&mut self, node: &'ast syn::Arm) {
        if let Some((_, guard)) = &node.guard {
            let mutants = self.take(guard.span(), "MatchArmGuard");
            let range = self.range(guard.span());
            for (id, value) in mutants {
                self.open(range.0, &format!("if crate::mutant::on({id}) {{ {value} }} else {{ "));
                self.close(range.1, " }");
            }
        }
        if let [(id, _)] = self.take(node.span(), "MatchArm")[..] {
            let pattern = self.range(node.pat.span());
            self.close(pattern.1, &format!(" if !crate::mutant::on({id})"));
        }
        visit::visit_arm(self, node);
    }

    fn visit_block(&mut self, node: &'ast Block) {
        if let Some(first) = node.stmts.first() {
            let at = self.range(first.span()).0;
            for (id, value) in self.take(first.span(), "FnValue") {
                self.open(at, &format!("\nif crate::mutant::on({id}) {{ return {value}; }}\n"));
            }
        }
        visit::visit_block(self, node);
    }
}

/// True if an operator changes its left side.
fn is_assignment(op: &BinOp) -> bool {
    use BinOp::{AddAssign, DivAssign, MulAssign, RemAssign, ShlAssign, ShrAssign, SubAssign};
    use BinOp::{BitAndAssign, BitOrAssign, BitXorAssign};
    matches!(op, AddAssign(_) | SubAssign(_) | MulAssign(_) | DivAssign(_) | RemAssign(_))
        || matches!(op, BitXorAssign(_) | BitAndAssign(_) | BitOrAssign(_) | ShlAssign(_) | ShrAssign(_))
}

/// True if one of the operands binds a pattern.
fn has_let(node: &ExprBinary) -> bool {
    let of = |side: &Expr| match side {
        Expr::Let(_) => true,
        Expr::Binary(inner) => has_let(inner),
        _ => false,
    };
    of(&node.left) || of(&node.right)
}
