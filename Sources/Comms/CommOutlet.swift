/// Where a thread's comm events go: to the frontends, as consequences of one request of theirs.
package protocol CommOutlet: AnyObject, Sendable {
    func send(_ event: CommEvent)
}

/// What happens on a thread happens because of some request; its outlet sends events as that request's.
///
/// A cell's thread has the cell's outlet while it runs, a thread that hears a frontend's message has that message's.
package enum CommContext {
    /// The outlet of the calling thread; nil where it works for no request.
    @TaskLocal package static var outlet: (any CommOutlet)?
}
