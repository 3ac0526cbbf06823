using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Sharing;

/// <summary>Makes the server reachable by colleagues in the same network (<c>Sharing:Enabled</c>, or <c>--share</c>).</summary>
internal static class SharingSetup
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>Listens on all addresses, where shared, and has no demo then unless asked for.</summary>
    public static void AddSharing(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ServerOptions>()
            .BindConfiguration("Server")
            .Validate(server => server.IsValid, "Server:PublicUrl is an address such as https://stretch.example.com, without a path.")
            .ValidateOnStart();
        builder.Services.AddSingleton<PublicLinks>();
        var isShared = builder.Configuration.GetValue("Sharing:Enabled", false);
        builder.Services.AddSingleton(isShared ? builder.Share() : SharedAddresses.None);
        builder.Configuration["Demo:Enabled"] ??= (builder.Environment.IsDevelopment() && !isShared).ToString();
        builder.Services.AddHostedService<Welcome>();
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
