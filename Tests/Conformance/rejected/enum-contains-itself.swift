indirect enum L { case e; case n(Int, L) }
enum M { case e; case n(Int, M) } // rejected: recursive enum 'M' is not marked 'indirect'
