module github.com/libv4lxx/libv4lxx/bindings/go

go 1.25.0

require github.com/ebitengine/purego v0.11.3
