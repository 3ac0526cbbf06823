using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Testing;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Server.Tests.Fixture;

/// <summary>
/// The whole server, over an SQLite database of its own in a temporary folder. Requests come from this machine unless
/// they carry <see cref="RemoteAddress.Header" />.
/// </summary>
/// <remarks>Settings, clock and folder are chosen before the first client is made.</remarks>
public class TestServer : WebApplicationFactory<Program>
{
    private bool _ownsFolder = true;
    private string _folder = Directory.CreateTempSubdirectory("stretch-").FullName;

    /// <summary>Where the database and the key lie; given, it is another server's, which then looks restarted.</summary>
    public string Folder
    {
        get => _folder;
        init
        {
            Directory.Delete(_folder);
            _folder = value;
            _ownsFolder = false;
        }
    }

    /// <summary>The clock; the real one by default.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The environment's name.</summary>
    public string EnvironmentName { get; init; } = "Production";

    /// <summary>Settings as a command line would give them, such as <c>RateLimits:Person:Burst</c>.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>Whether the demo is left to the server's own default; off otherwise, as most tests count people.</summary>
    public bool DemoByDefault { get; init; }

    /// <summary>Replaces services, last of all.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>The code for the first account.</summary>
    public string SetupCode => Services.GetRequiredService<SetupCode>().ToString();

    /// <summary>What a person sends to register, also as the first.</summary>
    public Dictionary<string, object?> Registration(string? email = null) => TestPerson.Registration(email, SetupCode);

    /// <summary>A browser of somebody who is not signed in, with cookies of its own.</summary>
    public HttpClient CreateVisitor() => CreateVisitor(new CookieJar());

    /// <summary>A browser with these cookies.</summary>
    public HttpClient CreateVisitor(CookieJar cookies) => CreateDefaultClient(cookies);

    /// <summary>Registers somebody new, with a browser of their own that is signed in.</summary>
    public async Task<TestPerson> RegisterAsync(string name = "Ann", string timeZone = "Europe/Berlin")
    {
        var cookies = new CookieJar();
        return (await TestPerson.RegisterAsync(CreateVisitor(cookies), name, timeZone, SetupCode)) with { Cookies = cookies };
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("ConnectionStrings:Ledger", $"Data Source={Path.Combine(Folder, "ledger.db")}");
        if (!DemoByDefault)
        {
            builder.UseSetting("Demo:Enabled", "false");
        }

        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services =>
        {
            // What the host starts would hold on to the execution context of its entry point, and with it to this server for ever.
            if (!ExecutionContext.IsFlowSuppressed())
            {
                ExecutionContext.SuppressFlow();
            }

            services.AddSingleton(Clock);
            services.KeepSiloOnMachineClock();
            services.AddSingleton<IStartupFilter, RemoteAddress>();
            // One that looks restarted runs beside the one before, which nobody calls any more.
            services.Remove(services.Single(service => service.ImplementationType == typeof(SingleInstanceLock)));
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
            Replace?.Invoke(services);
        });
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _ownsFolder)
        {
            _ownsFolder = false;
            Directory.Delete(Folder, recursive: true);
        }
    }
}

/// <summary>
/// A server on the Wednesday morning of <see cref="TestDay" />, for all tests of a class. Each test has people and
/// challenges of its own; a test that needs another day has a server of its own.
/// </summary>
public class WednesdayServer : TestServer
{
    /// <summary>Starts the clock.</summary>
    public WednesdayServer() => Clock = Time;

    /// <summary>The clock.</summary>
    public CorrectableClock Time { get; } = new(TestDay.WednesdayMorning);
}

/// <summary>Which clock the silo's own upkeep goes by.</summary>
internal static class SiloClock
{
    /// <summary>Leaves the test's clock to the grains: Orleans' silo takes a leap in time for a fault.</summary>
    public static void KeepSiloOnMachineClock(this IServiceCollection services)
    {
        services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
        services.AddKeyedSingleton(
            TimeProviderNames.Grains, (provider, _) => provider.GetRequiredService<TimeProvider>());
    }
}

/// <summary>Lets a request come from another machine: the in-memory server knows no addresses.</summary>
public sealed class RemoteAddress : IStartupFilter
{
    /// <summary>The header that carries the address; without it a request comes from this machine.</summary>
    public const string Header = "X-Test-Remote-Address";

    /// <summary>An address of another machine.</summary>
    public const string Elsewhere = "203.0.113.7";

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            var address = context.Request.Headers[Header].ToString();
            context.Connection.RemoteIpAddress = address.Length > 0 ? IPAddress.Parse(address) : IPAddress.Loopback;
            return following(context);
        });
        next(app);
    };
}

/// <summary>Connections to the hub of a test server.</summary>
public static class TestHub
{
    /// <summary>Connects as the person, or as nobody.</summary>
    public static Task<HubClient> ConnectAsync(this TestServer server, TestPerson? person = null, string? origin = null, string language = "en")
    {
        var sockets = server.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request =>
        {
            if (person is not null)
            {
                request.Headers.Cookie = person.Cookies.Header;
            }

            if (origin is not null)
            {
                request.Headers.Origin = origin;
            }
        };
        return HubClient.ConnectAsync(new Uri($"http://localhost/live?language={language}"), sockets.ConnectAsync);
    }
}
