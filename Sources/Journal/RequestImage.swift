package import Contract
package import Support

/// An image that came with a request, or that it pointed to.
package struct RequestImage: Sendable {
  package let facts: ImageFacts
  package let digest: SHA256Digest

  package init(_ facts: ImageFacts, _ digest: SHA256Digest) {
    self.facts = facts
    self.digest = digest
  }
}
