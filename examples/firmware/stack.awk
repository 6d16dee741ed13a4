# Reads an image's disassembly, and prints the deepest stack below each root function: its frame, and below it the deepest frames of
# the functions that it calls. `-v roots='0x000001A0 …'` names the roots; without it, the root is the one function that is a subject's call.
# A line for each root has its bytes, its bytes if the compiler's own functions (soft-float, on a core without an FPU, and memcpy) took
# none, and the chain of frames that adds up to the first number.
#
# A frame is everything that its function pushes and subtracts from sp anywhere, which is an upper bound. A jump to another function is
# a call that leaves no frame behind. A call through a register cannot be followed, and a recursion has no depth: both are errors.

function registers(list,    parts, n, i, ends, count) {
    gsub(/[{} ]/, "", list)
    n = split(list, parts, ",")
    for (i = 1; i <= n; i++) {
        if (split(parts[i], ends, "-") == 2) {
            gsub(/[a-z]/, "", ends[1]); gsub(/[a-z]/, "", ends[2])
            count += ends[2] - ends[1] + 1
        } else count++
    }
    return count
}

function deepest(f,    list, n, i, d, best, own, chain) {
    if (f in depth) return depth[f]
    if (f in open) { print "recursion through " name[f] > "/dev/stderr"; failed = 1; return 0 }
    if (f in unreadable) { print "in " name[f] ": " unreadable[f] > "/dev/stderr"; failed = 1 }
    open[f] = 1
    best = own = frame[f] + 0
    n = split(calls[f], list, " ")
    for (i = 1; i <= n; i++) if ((d = own + deepest(list[i])) > best) { best = d; chain = list[i] }
    n = split(jumps[f], list, " ")
    for (i = 1; i <= n; i++) if ((d = deepest(list[i])) > best) { best = d; chain = list[i] }
    delete open[f]
    below[f] = chain
    return depth[f] = best
}

/^[0-9a-f]+ <.*>:$/ {
    here = $1; sub(/^0+/, "", here)
    name[here] = substr($0, index($0, "<") + 1, length($0) - index($0, "<") - 2)
    next
}

# The columns are address, mnemonic and operands.
/^ *[0-9a-f]+:/ {
    split($0, part, "\t")
    op = part[2]; gsub(/ /, "", op); sub(/\.w$/, "", op)
    operands = part[3]; sub(/ *[@;].*/, "", operands)
    if (op == "push") frame[here] += 4 * registers(operands)
    else if (op == "vpush") frame[here] += (operands ~ /d/ ? 8 : 4) * registers(operands)
    else if (op ~ /^stm(db|fd)$/ && operands ~ /^sp!/) { sub(/^[^{]*/, "", operands); frame[here] += 4 * registers(operands) }
    else if (op ~ /^subw?$/ && operands ~ /^sp, (sp, )?#/) { sub(/.*#/, "", operands); frame[here] += number(operands) }
    else if (op ~ /^str/ && operands ~ /\[sp, #-[0-9a-fx]+\]!/) { gsub(/.*#-|\].*/, "", operands); frame[here] += number(operands) }
    else if (op == "add" && operands ~ /^sp, r/ || op == "mov" && operands ~ /^sp,/ && operands !~ /r7/) unreadable[here] = $0
    else if (op ~ /^b(l|[a-z][a-z])?$/ && operands ~ /^0x/) {
        to = operands; sub(/^0x/, "", to); sub(/ .*/, "", to)
        edge[++edges] = here " " op " " to
    }
    else if (op == "blx" || op == "bx" && operands !~ /lr/) unreadable[here] = $0
}

function number(text) { return text ~ /x/ ? hex(substr(text, index(text, "x") + 1)) : text + 0 }
function hex(text,    i, n) {
    text = tolower(text)
    for (i = 1; i <= length(text); i++) n = 16 * n + index("0123456789abcdef", substr(text, i, 1)) - 1
    return n
}

END {
    for (i = 1; i <= edges; i++) {
        split(edge[i], e, " ")
        if (!(e[3] in name) || e[3] == e[1]) continue
        if (e[2] == "bl") calls[e[1]] = calls[e[1]] " " e[3]
        else jumps[e[1]] = jumps[e[1]] " " e[3]
    }
    for (f in name) if (roots == "" && name[f] ~ /FnOnce::call_once|subjects::info_nce|subjects::each::.*closure/) found = found " " f
    n = split(roots found, root, " ")
    if (found != "" && n != 1) { print n " functions could be the subject's" > "/dev/stderr"; exit 1 }
    for (i = 1; i <= n; i++) {
        f = tolower(root[i]); sub(/^0x0*/, "", f)
        if (!(f in name)) { print "no function at " root[i] > "/dev/stderr"; exit 1 }
        bytes[i] = deepest(f)
        for (at = f; at != ""; at = below[at]) text[i] = text[i] " " frame[at] + 0 ":" name[at]
    }
    delete depth
    for (f in name) if (name[f] ~ /^(compiler_builtins::|__aeabi_|__clzsi2$|mem(cpy|move|set|clr)$)/) frame[f] = 0
    for (i = 1; i <= n; i++) {
        f = tolower(root[i]); sub(/^0x0*/, "", f)
        print bytes[i] " " deepest(f) text[i]
    }
    exit failed
}
