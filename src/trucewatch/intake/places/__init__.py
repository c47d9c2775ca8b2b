"""Tables of places that users bring: GeoNames dumps and OCHA's P-code tables, compiled to a gazetteer file."""
