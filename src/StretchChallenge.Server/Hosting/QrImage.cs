using Microsoft.AspNetCore.Http.HttpResults;
using QRCoder;

namespace StretchChallenge.Server.Hosting;

/// <summary>QR codes as SVG.</summary>
internal static class QrImage
{
    private const int PixelsPerModule = 8;

    /// <summary>The QR code of an address.</summary>
    public static ContentHttpResult Of(Uri address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address.ToString(), QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return TypedResults.Content(svg.GetGraphic(PixelsPerModule), "image/svg+xml");
    }
}
