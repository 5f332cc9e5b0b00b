use serde::Serialize;

/// What this library is, and what it decides by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
