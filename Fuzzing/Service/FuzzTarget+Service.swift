package import FuzzReaders

extension FuzzTarget {
  /// Those who need the whole mock.
  package static let service = [scenario, pipeline]
}
