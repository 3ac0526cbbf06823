using System.Text;
using Microsoft.Net.Http.Headers;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;

namespace StretchChallenge.Server.Challenges.Import;

/// <summary>A text file that an organiser uploads as the body of a request.</summary>
internal static class UploadedFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = 1024 * 1024;

    private const int Sample = 2000;

    // Strict: bytes that are no UTF-8 throw.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the body as text, in whichever encoding it is; refused without being read where its type or length tell enough.</summary>
    public static async Task<Outcome<string>> ReadAsync(HttpRequest request, string[] mediaTypes, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !mediaTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
        {
            return RequestRefusals.UnsupportedMediaType;
        }

        if (request.ContentLength > Largest)
        {
            return RequestRefusals.TooLarge;
        }

        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > Largest)
            {
                return RequestRefusals.TooLarge;
            }
        }

        return Decode(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    /// <summary>
    /// The text: UTF-8 or UTF-16 by the byte order mark, UTF-16 without one where every other byte is mostly zero, else UTF-8, and
    /// Windows-1252 where the bytes are no UTF-8.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        if (Utf16Of(bytes) is { } utf16)
        {
            return utf16.GetString(bytes).TrimStart('\uFEFF');
        }

        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }

    private static Encoding? Utf16Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode;
        }

        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode;
        }

        var (even, odd) = (0, 0);
        var sample = Math.Min(bytes.Length, Sample);
        for (var i = 0; i < sample; i++)
        {
            if (bytes[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        return odd > sample / 4 && even == 0 ? Encoding.Unicode
            : even > sample / 4 && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }
}
