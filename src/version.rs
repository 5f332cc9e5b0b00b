use serde::ser::{Serialize, SerializeMap, Serializer};

/// What this library is, and what it decides by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    /// The package's version.
    pub package: &'static str,
    /// The version of the contract, and of the snapshots that it reads.
    pub contract: u32,
    /// The version of the Unicode data that judges domains.
    pub unicode: &'static str,
}

/// This library.
pub const VERSION: Version =
    Version { package: env!("CARGO_PKG_VERSION"), contract: 1, unicode: "18.0.0" };

/// As a map: for the names of a struct serde-wasm-bindgen brings a cache, which is larger than all that it keeps.
impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("package", self.package)?;
        map.serialize_entry("contract", &self.contract)?;
        map.serialize_entry("unicode", self.unicode)?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use icu_properties::CodePointMapData;
    use icu_properties::props::GeneralCategory;

    #[test]
    fn the_data_is_of_unicode_18() {
        let category = |code_point| CodePointMapData::<GeneralCategory>::new().get32(code_point);
        // U+3E8AC, in Seal, came with 18.0.
        assert_eq!(category(0x3E8AC), GeneralCategory::OtherLetter);
        assert_eq!(super::VERSION.unicode, "18.0.0");
    }
}
