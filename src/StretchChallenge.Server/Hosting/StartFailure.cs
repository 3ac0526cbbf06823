using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Npgsql;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Hosting;

/// <summary>Tells an administrator in plain words why the server did not start, in place of a stack of calls.</summary>
internal static class StartFailure
{
    private const string HostLog = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>
    /// From now on until the server has started, an exception that ends the process is written to the standard error as
    /// a sentence, and the exit code is 1.
    /// </summary>
    public static void ExplainStartFailures(this WebApplicationBuilder builder)
    {
        // The host logs the same with its stack of calls as an error; what stops it later is critical.
        builder.Logging.AddFilter(HostLog, LogLevel.Critical);
        builder.Services.AddHostedService<Watch>();
        AppDomain.CurrentDomain.UnhandledException += Explain;
    }

    /// <summary>What to say about the exception; its own words where there are no better ones.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        OptionsValidationException settings => $"A setting is not possible. {string.Join(' ', settings.Failures)}",
        IOException { InnerException: AddressInUseException } address =>
            $"{address.Message} Another program listens there: stop it, or choose another address with --urls=http://localhost:5081.",
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } =>
            "The database could not be brought up to date: its tables are in use, such as by a backup. Start again when that is done.",
        _ when PassingFault.IsIn(exception) =>
            $"The database does not answer ({exception.GetBaseException().Message}). Check that it runs, and ConnectionStrings:Ledger.",
        _ => exception.Message,
    };

    private static void Explain(object sender, UnhandledExceptionEventArgs unhandled)
    {
        Console.Error.WriteLine($"The server cannot start. {Describe((Exception)unhandled.ExceptionObject)}");
        Environment.Exit(1);
    }

    /// <summary>Once the server has started, a fault is a fault, with all that is known of it.</summary>
    private sealed class Watch(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.ApplicationStarted.Register(() => AppDomain.CurrentDomain.UnhandledException -= Explain);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
