using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Storage.Tests;

/// <summary>One process's storage, hosted as the program hosts it.</summary>
internal sealed class LedgerNode : IAsyncDisposable
{
    private readonly IHost _host;
    private bool _started;

    /// <summary>On a PostgreSQL database of the caller's own.</summary>
    public LedgerNode(string postgreSql)
        : this([new("Ledger:Provider", "PostgreSql"), new("ConnectionStrings:Ledger", postgreSql)])
    {
    }

    public LedgerNode(TestDatabase database, params (string Name, string Value)[] settings)
        : this([.. database.Settings, .. settings.Select(pair => new KeyValuePair<string, string?>(pair.Name, pair.Value))])
    {
    }

    private LedgerNode(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        foreach (var (name, value) in settings)
        {
            builder.Configuration[name] = value;
        }

        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddLedgerStorage(builder.Configuration);
        _host = builder.Build();
    }

    public FakeTimeProvider Time { get; } = new(Sample.Now);

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task StartAsync()
    {
        await _host.StartAsync();
        _started = true;
    }

    public async Task StopAsync()
    {
        _started = false;
        await _host.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_started)
        {
            await StopAsync();
        }

        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
