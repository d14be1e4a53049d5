import Study

/// A number with at most one decimal, as readers write it: `12.3`, `-4`, `0`.
func tenths(_ value: Double) -> String { decimal(value, places: 1, trimmed: true) }

/// A number with at most two decimals.
func hundredths(_ value: Double) -> String { decimal(value, places: 2, trimmed: true) }

/// A number rounded to `places` decimals, halves away from zero; `trimmed` leaves out zeros at the end.
func decimal(_ value: Double, places: Int, trimmed: Bool = false) -> String {
  Language.spoken.decimal(Coordinate.decimal(value, places: places, trimmed: trimmed))
}

/// A count with marks between thousands: `1,000`.
func grouped(_ count: Int) -> String { (count < 0 ? "-" : "") + Language.spoken.grouped(String(abs(count))) }
