using Microsoft.Extensions.Options;
using QRCoder;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Sharing;

/// <summary>Prints the <see cref="WelcomeText" /> to the console once the server listens.</summary>
internal sealed class WelcomeMessage(
    PublicLinks links,
    IOptions<ServerOptions> server,
    SharedAddresses shared,
    SetupCode setupCode,
    SetupCodePolicy policy,
    IAccountStore accounts) : IHostedLifecycleService
{
    /// <inheritdoc />
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var code = await accounts.AnyPersonAsync(cancellationToken) ? null : setupCode.ToString();
        Console.WriteLine(new WelcomeText(links.Served, server.Value.PublicUrl, shared, code) { NeedsCode = policy.NeedsCode });
    }

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The text for the person who starts the server: addresses, QR code, setup code.</summary>
/// <param name="Local">The address on this machine.</param>
/// <param name="Public">The address for everybody else; null if there is none.</param>
/// <param name="Shared">The addresses in the local network.</param>
/// <param name="SetupCode">The code for the first account; null if there is an account.</param>
internal sealed record WelcomeText(Uri Local, Uri? Public, SharedAddresses Shared, string? SetupCode)
{
    /// <summary>Whether the first account needs the code.</summary>
    public bool NeedsCode { get; init; } = true;

    /// <inheritdoc />
    public override string ToString() =>
        string.Join(Environment.NewLine, ["", "StretchChallenge is running.", .. Addresses(), .. Sharing(), .. Setup(), ""]);

    private IEnumerable<string> Addresses()
    {
        var others = Public is null ? Shared.Urls : [Public, .. Shared.Urls.Where(url => url != Public)];
        return [$"  on this machine   {Origin(Local)}", .. others.Select(url => $"  from elsewhere    {Origin(url)}")];
    }

    private IEnumerable<string> Sharing()
    {
        if (!Shared.Any)
        {
            return [];
        }

        return Public is null
            ? ["", "This machine has no address in a network: nobody else can reach it."]
            : ["", "Scan this with a phone in the same network:", "", QrCode(Public), .. PlainHttp(Public)];
    }

    private IEnumerable<string> Setup() => SetupCode is null
        ? []
        :
        [
            "",
            NeedsCode
                ? "The first account administers the site. It is made with the"
                : "The first account administers the site. While this machine alone reaches it, it needs no code; otherwise it is made with the",
            $"setup code {SetupCode}",
        ];

    private static IEnumerable<string> PlainHttp(Uri url) => url.Scheme != Uri.UriSchemeHttp
        ? []
        :
        [
            "",
            "Warning: this is plain HTTP. Others in the network can read what is sent, passwords too, and phones",
            "cannot install the app or keep their screen on. The README tells how to serve it by HTTPS.",
        ];

    private static string QrCode(Uri url)
    {
        using var code = new AsciiQRCode(QRCodeGenerator.GenerateQrCode(Origin(url), QRCodeGenerator.ECCLevel.L));
        return code.GetGraphicSmall();
    }

    private static string Origin(Uri url) => url.GetLeftPart(UriPartial.Authority);
}
