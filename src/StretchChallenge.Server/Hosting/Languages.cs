using System.Globalization;
using Microsoft.AspNetCore.Localization;
using StretchChallenge.Server.Catalogue.Reading;
using StretchChallenge.Server.Live;

namespace StretchChallenge.Server.Hosting;

/// <summary>
/// The language of an answer: the first of the request's <c>Accept-Language</c> that is available, else English. It
/// affects texts only; numbers and dates are formatted for programs.
/// </summary>
internal static class Languages
{
    /// <summary>The language of untranslated texts.</summary>
    public const string Default = "en";

    private const int MostTried = 10;

    /// <summary>Adds the choice of the language.</summary>
    public static void AddLanguages(this WebApplicationBuilder builder) => builder.Services.AddOptions<RequestLocalizationOptions>().Configure<CatalogueFiles>((options, files) =>
    {
        options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo(Default));
        options.SupportedCultures = null;
        options.SupportedUICultures = [.. files.Languages.Prepend(Default).Select(CultureInfo.GetCultureInfo)];
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(ReadAddressLanguageAsync),
            new AcceptLanguageHeaderRequestCultureProvider { MaximumAcceptLanguageHeaderValuesToTry = MostTried },
        ];
    });

    /// <summary>Chooses the language of each request, as <see cref="CultureInfo.CurrentUICulture" />.</summary>
    public static void UseLanguages(this WebApplication app) => app.UseRequestLocalization();

    // A browser cannot send a header with its web socket, and calendar programs send none or their own: these addresses carry
    // the language.
    private static Task<ProviderCultureResult?> ReadAddressLanguageAsync(HttpContext http) => Task.FromResult(
        (http.Request.Path == LiveSetup.Path || http.Request.Path.StartsWithSegments("/calendar")) && http.Request.Query["language"] is [{ Length: > 0 } language]
            ? new ProviderCultureResult(language)
            : null);
}
