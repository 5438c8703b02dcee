// What the bundler adds to the language: style sheets may be imported.
/// <reference types="vite/client" />
