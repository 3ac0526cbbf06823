using Microsoft.Extensions.DependencyInjection;

namespace Orleans.InProcess;

/// <summary>The services of one activation and, once made, its grain instance. Both end together.</summary>
internal sealed class GrainScope(IServiceProvider services) : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope = services.CreateAsyncScope();

    public IServiceProvider Services => _scope.ServiceProvider;

    public object? Instance { get; private set; }

    /// <summary>Makes the instance, with its dependencies from this scope.</summary>
    public object CreateInstance(GrainClass grainClass) => Instance = grainClass.CreateInstance(Services);

    public async ValueTask DisposeAsync()
    {
        switch (Instance)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
            default:
                break;
        }

        await _scope.DisposeAsync();
    }
}
