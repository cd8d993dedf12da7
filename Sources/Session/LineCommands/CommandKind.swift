/// The line commands there are.
enum CommandKind: String, CaseIterable {
    case time, timeit, who, reset, config, session, load, help

    /// How it is written.
    var usage: String {
        switch self {
        case .time: "%time"
        case .timeit: "%timeit [-n LOOPS] [-r RUNS]"
        case .who: "%who [TYPE]"
        case .reset: "%reset"
        case .config: "%config [LIMIT VALUE]"
        case .session: "%session save FILE, %session load FILE"
        case .load: "%load FILE"
        case .help: "%help [NAME]"
        }
    }

    var summary: String {
        switch self {
        case .time: "runs the cell and says how long it took"
        case .timeit: "runs the cell again and again and gives the mean time of one round; what it declares is local to a round"
        case .who: "lists the session's variables with type, shape and memory, and its functions and types"
        case .reset: "forgets all variables, functions and types, and starts random numbers anew"
        case .config: "shows the limits, or sets one: '%config time-limit 30 s', '%config memory-limit 2 GB', 'none' takes it away"
        case .session: "writes variables, functions, types and models to a file, or brings them back in another session"
        case .load: "puts a file's text into the cell in place of what is there"
        case .help: "lists the line commands, or shows what is known of a name"
        }
    }

    /// What to do instead of commands that other kernels have.
    static let foreign: [String: String] = [
        "matplotlib": "figures are shown in the cell's output without it",
        "config_inlinebackend": "figures are SVG",
        "whos": "write '%who'", "who_ls": "write '%who'", "reset_selective": "write '%reset'",
        "prun": "write '%time' or '%timeit'", "pip": "the library is part of the kernel: nothing has to be installed",
        "conda": "the library is part of the kernel: nothing has to be installed",
        "install": "the library is part of the kernel: nothing has to be installed",
        "load_ext": "there are no extensions", "autoreload": "a declaration that is run again takes the earlier one's place",
        "cd": "relative paths start from the notebook's folder", "pwd": "relative paths start from the notebook's folder",
        "ls": "files are read with the library's readers: 'readCSV(\"data.csv\")'",
        "run": "'vencejo run' runs a notebook, 'vencejo eval' a program", 
        "save": "write '%session save FILE'", "store": "write '%session save FILE'", "lsmagic": "write '%help'", "magic": "write '%help'",
        "quickref": "write '%help'", "pinfo": "write '%help NAME' or 'NAME?'", "bash": "a cell starts no processes", "sh": "a cell starts no processes",
        "system": "a cell starts no processes", "env": "a cell does not see the environment", "capture": "what a cell prints can be kept in a String instead",
        "html": "figures and tables are shown by 'display'", "javascript": "figures and tables are shown by 'display'",
        "python": "cells are Swift", "tensorboard": "'plot(history)' shows a training",
    ]
}
