import Foundation
package import Study

/// A colour by lightness and two opponent axes, in which equal steps look about equal.
///
/// - Source: CIE 15:2004, section 8.2.1, with the white of sRGB (IEC 61966-2-1, D65).
package struct LabColour: Equatable, Sendable {
  /// From 0, black, to 100, white.
  package var lightness: Double
  package var a: Double
  package var b: Double

  package init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  private static let white = (x: 0.95047, y: 1.0, z: 1.08883)

  package init(_ colour: HexColour) {
    let (red, green, blue) = (
      Self.linear(colour.red), Self.linear(colour.green), Self.linear(colour.blue)
    )
    let x = 0.4124564 * red + 0.3575761 * green + 0.1804375 * blue
    let y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    let z = 0.0193339 * red + 0.1191920 * green + 0.9503041 * blue
    let (fx, fy, fz) = (Self.root(x / Self.white.x), Self.root(y / Self.white.y), Self.root(z / Self.white.z))
    lightness = 116 * fy - 16
    a = 500 * (fx - fy)
    b = 200 * (fy - fz)
  }

  /// The nearest colour of sRGB of the same lightness and hue: the chroma falls until it can be shown.
  package var shown: HexColour {
    var share = 1.0
    while share > 0 {
      let (red, green, blue) = LabColour(lightness: lightness, a: share * a, b: share * b).linearRGB
      let slack = -1e-4...1 + 1e-4
      if slack.contains(red), slack.contains(green), slack.contains(blue) {
        return HexColour(red: Self.byte(red), green: Self.byte(green), blue: Self.byte(blue))
      }
      share -= 0.01
    }
    let grey = Self.byte(LabColour(lightness: lightness, a: 0, b: 0).linearRGB.0)
    return HexColour(red: grey, green: grey, blue: grey)
  }

  private var linearRGB: (Double, Double, Double) {
    let fy = (lightness + 16) / 116
    let x = Self.white.x * Self.cube(fy + a / 500)
    let y = Self.cube(fy)
    let z = Self.white.z * Self.cube(fy - b / 200)
    return (
      3.2404542 * x - 1.5371385 * y - 0.4985314 * z, -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
      0.0556434 * x - 0.2040259 * y + 1.0572252 * z
    )
  }

  static func linear(_ byte: UInt8) -> Double {
    let value = Double(byte) / 255
    return value <= 0.04045 ? value / 12.92 : Foundation.pow((value + 0.055) / 1.055, 2.4)
  }

  private static func byte(_ linear: Double) -> UInt8 {
    let bounded = min(1, max(0, linear))
    let value = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * Foundation.pow(bounded, 1 / 2.4) - 0.055
    return UInt8((255 * value).rounded())
  }

  private static func root(_ ratio: Double) -> Double {
    ratio > 216.0 / 24_389 ? Foundation.cbrt(ratio) : (24_389.0 / 27 * ratio + 16) / 116
  }

  private static func cube(_ root: Double) -> Double {
    root * root * root > 216.0 / 24_389 ? root * root * root : (116 * root - 16) / (24_389.0 / 27)
  }
}

extension LabColour {
  /// The difference that an eye sees between two colours: CIEDE2000, where about 1 can just be told.
  ///
  /// - Source: Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula", Color Research & Application 30, 2005,
  ///   equations 2 to 22.
  package func difference(from other: LabColour) -> Double {
    func degrees(_ value: Double) -> Double { value * 180 / .pi }
    func cosine(_ angle: Double) -> Double { Foundation.cos(angle * .pi / 180) }
    let mean = (Foundation.hypot(a, b) + Foundation.hypot(other.a, other.b)) / 2
    let seventh = Foundation.pow(mean, 7)
    let stretch = 1.5 - 0.5 * (seventh / (seventh + 6_103_515_625)).squareRoot()
    func hue(_ a: Double, _ b: Double) -> Double {
      guard a != 0 || b != 0 else { return 0 }
      let angle = degrees(Foundation.atan2(b, a))
      return angle < 0 ? angle + 360 : angle
    }
    let (chroma1, chroma2) = (Foundation.hypot(stretch * a, b), Foundation.hypot(stretch * other.a, other.b))
    let (hue1, hue2) = (hue(stretch * a, b), hue(stretch * other.a, other.b))
    let isGrey = chroma1 * chroma2 == 0
    var turn = isGrey ? 0 : hue2 - hue1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    var meanHue = hue1 + hue2
    if !isGrey {
      if abs(hue1 - hue2) > 180 { meanHue += meanHue < 360 ? 360 : -360 }
      meanHue /= 2
    }
    let (meanLightness, meanChroma) = ((lightness + other.lightness) / 2, (chroma1 + chroma2) / 2)
    let weight =
      1 - 0.17 * cosine(meanHue - 30) + 0.24 * cosine(2 * meanHue) + 0.32 * cosine(3 * meanHue + 6)
      - 0.20 * cosine(4 * meanHue - 63)
    let offset = (meanLightness - 50) * (meanLightness - 50)
    let lightnessPart = (other.lightness - lightness) / (1 + 0.015 * offset / (20 + offset).squareRoot())
    let chromaPart = (chroma2 - chroma1) / (1 + 0.045 * meanChroma)
    let huePart =
      2 * (chroma1 * chroma2).squareRoot() * Foundation.sin(turn / 2 * .pi / 180) / (1 + 0.015 * meanChroma * weight)
    let meanSeventh = Foundation.pow(meanChroma, 7)
    let bend = (meanHue - 275) / 25
    let rotation =
      -2 * (meanSeventh / (meanSeventh + 6_103_515_625)).squareRoot()
      * Foundation.sin(60 * Foundation.exp(-bend * bend) * .pi / 180)
    return
      (lightnessPart * lightnessPart + chromaPart * chromaPart + huePart * huePart + rotation * chromaPart * huePart)
      .squareRoot()
  }
}

extension HexColour {
  /// How far one colour stands out from another, from 1 to 21.
  ///
  /// - Source: W3C, "Web Content Accessibility Guidelines (WCAG) 2.2", contrast ratio.
  package func contrast(with other: HexColour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private var luminance: Double {
    0.2126 * LabColour.linear(red) + 0.7152 * LabColour.linear(green) + 0.0722 * LabColour.linear(blue)
  }

  /// A share of this colour on a ground, as paint that covers so much.
  func over(_ ground: HexColour, share: Double) -> HexColour {
    func mixed(_ own: UInt8, _ under: UInt8) -> UInt8 {
      UInt8((share * Double(own) + (1 - share) * Double(under)).rounded())
    }
    return HexColour(
      red: mixed(red, ground.red), green: mixed(green, ground.green), blue: mixed(blue, ground.blue))
  }

  /// The first colour of the same hue, in steps of half a unit of lightness, that stands out enough from every ground.
  ///
  /// - Parameter isDarker: Which way to go.
  /// - Returns: Itself where it does already; at the end of the scale black or white.
  func mended(on grounds: [HexColour], contrast least: Double, isDarker: Bool) -> HexColour {
    func passes(_ colour: HexColour) -> Bool { grounds.allSatisfy { colour.contrast(with: $0) >= least } }
    var colour = self
    var lab = LabColour(self)
    while !passes(colour), isDarker ? lab.lightness > 0 : lab.lightness < 100 {
      lab.lightness = min(100, max(0, lab.lightness + (isDarker ? -0.5 : 0.5)))
      colour = lab.shown
    }
    return colour
  }
}
