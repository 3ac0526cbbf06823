using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Sharing;

/// <summary>Makes the server reachable from the local network (<c>Sharing:Enabled</c>, or <c>--share</c>).</summary>
internal static class SharingSetup
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>If shared: listens on all addresses, and has no demo unless it is enabled explicitly.</summary>
    public static void AddSharing(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ServerOptions>()
            .BindConfiguration("Server")
            .Validate(server => server.IsValid, "Server:PublicUrl is an address such as https://stretch.example.com, without a path.")
            .Validate(server => server.HasValidHsts, "Server:HstsDays is a number of days, from 0 (no HSTS) to 3650.")
            .ValidateOnStart();
        builder.Services.AddSingleton<PublicLinks>();
        var isShared = builder.Configuration.GetValue("Sharing:Enabled", false);
        builder.Services.AddSingleton(isShared ? builder.Share() : SharedAddresses.None);
        builder.Configuration["Demo:Enabled"] ??= (builder.Environment.IsDevelopment() && !isShared).ToString();
        builder.Services.AddHostedService<WelcomeMessage>();
    }

    private static SharedAddresses Share(this WebApplicationBuilder builder)
    {
        BindingAddress[] bindings = [.. ConfiguredUrls(builder.Configuration).Select(BindingAddress.Parse)];
        builder.WebHost.UseUrls([.. bindings.Select(binding => $"{binding.Scheme}://*:{binding.Port}").Distinct()]);
        var shared = SharedAddresses.Of(bindings, LocalNetwork.Addresses(), Environment.MachineName);
        builder.Services.PostConfigure<ServerOptions>(server => server.PublicUrl ??= shared.Url);
        return shared;
    }

    private static string[] ConfiguredUrls(ConfigurationManager configuration) =>
        (configuration["urls"] is { Length: > 0 } urls ? urls : DefaultUrl)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>The switch <c>--share</c>: shares the server in the local network, in the Production environment.</summary>
internal static class ShareSwitch
{
    private const string Switch = "--share";

    // Production has no developer pages and, by default, no demo. Later arguments override these.
    private static readonly string[] Settings = ["--Sharing:Enabled=true", "--environment=Production"];

    /// <summary>Replaces the switch by settings, because command-line configuration has no switches without a value.</summary>
    public static string[] Expand(string[] args) =>
        args.Any(IsSwitch) ? [.. Settings, .. args.Where(arg => !IsSwitch(arg))] : args;

    private static bool IsSwitch(string arg) => string.Equals(arg, Switch, StringComparison.OrdinalIgnoreCase);
}
