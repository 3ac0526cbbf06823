using System.IO.Compression;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Accounts.Export;

/// <summary>Exports everything that is stored about the caller.</summary>
internal static class ExportEndpoint
{
    /// <summary>The entry for programs.</summary>
    public const string DataEntry = "data.json";

    // For people to read too, and no part of a web page.
    private static readonly JsonSerializerOptions Format = NewFormat();

    /// <summary>The entry for people, in the language of the request.</summary>
    public const string PageEntry = "index.html";

    /// <summary>Answers <c>GET /api/account/export</c>: a ZIP that is written as it is sent, and kept nowhere.</summary>
    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> GetAsync(
        ClaimsPrincipal caller,
        HttpResponse response,
        PersonalDataReader reader,
        RoutineCatalogue catalogue,
        CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(caller.Id(), cancellationToken) is not { } data)
        {
            return Problem.Of(RequestRefusals.NotSignedIn);
        }

        // Read in the request's language, which the stream is written without.
        var page = ExportPage.Write(data, ExportWords.In(catalogue.Language), id => catalogue.Find(id)?.Name ?? id);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            _ => WriteAsync(response, data, page, cancellationToken),
            "application/zip",
            "stretchchallenge-export.zip");
    }

    private static JsonSerializerOptions NewFormat()
    {
        var format = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        JsonDefaults.Apply(format);
        return format;
    }

    private static async Task WriteAsync(HttpResponse response, PersonalData data, string page, CancellationToken cancellationToken)
    {
        await using var body = new ResponseStream(response.BodyWriter);
        await WriteArchiveAsync(body, data, page, cancellationToken);
        await body.FlushAsync(cancellationToken);
    }

    private static async Task WriteArchiveAsync(Stream body, PersonalData data, string page, CancellationToken cancellationToken)
    {
        await using var archive = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await using (var entry = await archive.CreateEntry(DataEntry).OpenAsync(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(entry, data, Format, cancellationToken);
        }

        await using (var entry = await archive.CreateEntry(PageEntry).OpenAsync(cancellationToken))
        {
            await entry.WriteAsync(Encoding.UTF8.GetBytes(page), cancellationToken);
        }
    }
}
