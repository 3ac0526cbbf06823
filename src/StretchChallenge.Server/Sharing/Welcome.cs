using Microsoft.Extensions.Options;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Sharing;

/// <summary>Prints the <see cref="WelcomeText" /> once the server listens.</summary>
internal sealed class Welcome(
    PublicLinks links,
    IOptions<ServerOptions> server,
    SharedAddresses shared,
    SetupCode setupCode,
    IAccountStore accounts) : IHostedLifecycleService
{
    /// <inheritdoc />
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var code = await accounts.AnyPersonAsync(cancellationToken) ? null : setupCode.ToString();
        Console.WriteLine(new WelcomeText(links.Served, server.Value.PublicUrl, shared, code));
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
