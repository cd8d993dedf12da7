internal import Notebooks

/// Where a package that is exported finds the library.
enum LibraryPackage {
    /// The place that was named, or the checkout that this program was built in.
    ///
    /// - Parameters:
    ///   - place: a folder, or the address of a repository.
    ///   - version: asked of a repository.
    static func source(_ place: String?, version: String) throws -> PackageExport.Source {
        guard let place else {
            if let folder = checkout { return .path(folder) }
            throw CommandFailure.unusable(
                "this program does not lie in a checkout of Vencejo, so the package needs to know where the library is"
                    + "\nhelp: '--package DIR' names a checkout, '--package URL' a git repository")
        }
        if isAddress(place) { return .url(place, version: version) }
        guard isCheckout(place) else {
            let given = Folder.isFolder(place) ? "'\(place)' has no Package.swift with the library 'Vencejo'" : "there is no folder '\(place)'"
            throw CommandFailure.unusable("\(given)\nhelp: '--package' takes a checkout of Vencejo, or the address of its git repository")
        }
        return .path(Folder.resolved(place))
    }

    /// `https://…`, `ssh://…`, `git@host:…`
    static func isAddress(_ place: String) -> Bool {
        if place.contains("://") { return true }
        guard let colon = place.firstIndex(of: ":") else { return false }
        return place[..<colon].contains("@") && !place[..<colon].contains("/")
    }

    /// The nearest checkout above this program's own file: `.build/release/vencejo` lies in one.
    private static var checkout: String? {
        guard let path = try? Executable.path() else { return nil }
        var parts = path.split(separator: "/").dropLast()
        while !parts.isEmpty {
            let folder = "/" + parts.joined(separator: "/")
            if isCheckout(folder) { return folder }
            parts = parts.dropLast()
        }
        return nil
    }

    private static func isCheckout(_ folder: String) -> Bool {
        guard let bytes = try? InputFile.read(folder + "/Package.swift") else { return false }
        return String(decoding: bytes, as: UTF8.self).contains(".library(name: \"Vencejo\"")
    }
}
