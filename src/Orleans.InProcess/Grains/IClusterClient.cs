namespace Orleans;

/// <summary>The grain factory as code outside of grains sees it.</summary>
public interface IClusterClient : IGrainFactory
{
    /// <summary>The host's services.</summary>
    IServiceProvider ServiceProvider { get; }
}
