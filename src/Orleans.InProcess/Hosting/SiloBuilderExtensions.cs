using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Hosting;

/// <summary>Shorthands for setting up a silo.</summary>
public static class SiloBuilderExtensions
{
    /// <summary>Sets options of the silo.</summary>
    public static ISiloBuilder Configure<TOptions>(this ISiloBuilder builder, Action<TOptions> configureOptions)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(configureOptions);
        return builder;
    }
}
