func g(_ h: () -> Void) -> () -> Void { h } // rejected: using non-escaping parameter 'h' in a context expecting an '@escaping' closure
