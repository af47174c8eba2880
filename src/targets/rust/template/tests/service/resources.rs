//! The tests of each resource.
