namespace StretchChallenge.Server.Hosting;

/// <summary>The arguments of a server's start: help, and words and switches that nothing would read.</summary>
internal static class CommandLine
{
    private const string Help = """
        StretchChallenge: an 8-week stretch challenge for a workplace.

        Usage:
          StretchChallenge.Server [switches]     starts the server
          StretchChallenge.Server backup --to …  copies the SQLite file while a server uses it
          StretchChallenge.Server move --to …    copies the data from SQLite to PostgreSQL
          StretchChallenge.Server admin …        for who is locked out: promote <email>, reset-password <email>
          (each command has a --help of its own)

        Switches:
          --share                 listen on all addresses, print the address and a QR code, leave the demo out
          --urls=<address>        where to listen, such as http://localhost:5080
          --environment=<name>    Production or Development
          --contentRoot=<folder>  where appsettings.json and data/ are
          --AllowedHosts=<names>  further hosts that the server answers to, separated by semicolons
          --help                  this text

        Settings, as --Section:Name=value, in the environment as Section__Name=value, or in appsettings.json:
          Ledger:Provider                  Sqlite (default) or PostgreSql
          ConnectionStrings:Ledger         the database; by default the file data/ledger.db
          Secrets:MasterKey                32 bytes in base64; by default the file master.key beside the database
          Server:PublicUrl                 the address that people use, such as https://stretch.example.com
          Server:HstsDays                  days for which browsers use HTTPS alone for this host; 0 (default) for not at all
          Proxy:KnownProxies:0             a proxy whose X-Forwarded-For and X-Forwarded-Proto count, by address
          Proxy:KnownNetworks:0            the same, by network
          Demo:Enabled                     the demo challenge; on in Development
          RateLimits:<policy>:Burst        tries at once, and PerMinute
          Cluster:Role, :Address, :Name …  with PostgreSQL, this node's place in the cluster
          Kestrel:Endpoints:Https:Url      HTTPS without a proxy, with Certificate:Path and Certificate:KeyPath
          Logging:LogLevel:Default         Information (default), Debug …

        The README explains them, and what to do when something does not work.
        """;

    // Settings without a section: ASP.NET Core's own. Those with one are not checked here, as sections are open to all parts.
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "urls", "http_ports", "https_ports", "environment", "contentRoot", "webroot", "applicationName", "AllowedHosts", "share",
        "detailedErrors", "captureStartupErrors", "suppressStatusMessages", "preventHostingStartup", "hostingStartupAssemblies",
        "hostingStartupExcludeAssemblies", "preferHostingUrls", "shutdownTimeoutSeconds", "startupAssembly",
    };

    /// <summary>Whether the arguments ask for help, before anything else.</summary>
    public static bool AsksForHelp(string[] args) => args.Any(arg => arg is "--help" or "-h" or "-?" or "/?" or "help");

    /// <summary>Prints the help; returns the exit code.</summary>
    public static int PrintHelp(TextWriter output)
    {
        output.WriteLine(Help);
        return 0;
    }

    /// <summary>What is wrong with the arguments, in a sentence; null if nothing is.</summary>
    public static string? FindFault(string[] args)
    {
        for (var next = 0; next < args.Length; next++)
        {
            if (!IsSwitch(args[next]))
            {
                return $"'{args[next]}' is neither a command nor a switch. The commands are admin, backup and move; --help lists the switches.";
            }

            var (name, hasValue) = Split(args[next]);
            if (!IsEmpty(args[next]) && !name.Contains(':') && !name.StartsWith("OTEL_", StringComparison.Ordinal) && !Known.Contains(name))
            {
                return $"There is no switch '{args[next].Split('=')[0]}'. Settings are given as --Section:Name=value; --help lists them.";
            }

            // A switch without = is followed by its value; --share has none.
            if (!hasValue && !name.Equals("share", StringComparison.OrdinalIgnoreCase) && next + 1 < args.Length && !IsSwitch(args[next + 1]))
            {
                next++;
            }
        }

        return null;
    }

    private static bool IsSwitch(string arg) => arg.StartsWith('-') || arg.StartsWith('/') || arg.Contains('=');

    // Test hosts pass each section by itself too, as "--Section=".
    private static bool IsEmpty(string arg) => arg.EndsWith('=');

    private static (string Name, bool HasValue) Split(string arg) => (arg.TrimStart('-', '/').Split('=')[0], arg.Contains('='));
}
