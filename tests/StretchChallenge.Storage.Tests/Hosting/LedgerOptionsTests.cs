using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Storage.Tests.Hosting;

public sealed class LedgerOptionsTests
{
    [Fact]
    public void Read_NothingSet_IsSqliteWithUsefulBounds()
    {
        Assert.Equal(new LedgerOptions(LedgerProvider.Sqlite, null, 4096, 256), Read());
    }

    [Fact]
    public void Read_EverythingSet_IsTaken()
    {
        var options = Read(
            ("Ledger:Provider", "postgresql"),
            ("ConnectionStrings:Ledger", "Host=db"),
            ("Ledger:QueueCapacity", "10"),
            ("Ledger:MaxBatch", "5"));

        Assert.Equal(new LedgerOptions(LedgerProvider.PostgreSql, "Host=db", 10, 5), options);
    }

    [Theory]
    [InlineData("Ledger:Provider", "Oracle")]
    [InlineData("Ledger:Provider", "1")]
    [InlineData("Ledger:QueueCapacity", "0")]
    [InlineData("Ledger:QueueCapacity", "many")]
    [InlineData("Ledger:MaxBatch", "-1")]
    public void Read_ImpossibleSetting_ThrowsWithItsName(string name, string value)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read((name, value)));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_PostgreSqlWithoutConnectionString_ThrowsWithItsName()
    {
        using var host = Build(Path.GetTempPath(), ("Ledger:Provider", "PostgreSql"));

        var error = Assert.Throws<OptionsValidationException>(host.Services.GetRequiredService<LedgerDatabase>);

        Assert.Contains("ConnectionStrings:Ledger", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "data/ledger.db")]
    [InlineData("Data Source=elsewhere/my.db", "elsewhere/my.db")]
    public async Task Start_Sqlite_MakesTheFileBelowTheContentRoot(string? connectionString, string file)
    {
        var root = Directory.CreateTempSubdirectory("stretch-sqlite-").FullName;
        var host = Build(root, ("ConnectionStrings:Ledger", connectionString));
        await host.StartAsync();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();

        Assert.True(File.Exists(Path.Combine(root, file)));
        Directory.Delete(root, recursive: true);
    }

    private static LedgerOptions Read(params (string Name, string? Value)[] settings) =>
        LedgerOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Name, pair => pair.Value)).Build());

    private static IHost Build(string contentRoot, params (string Name, string? Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = contentRoot });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(pair => pair.Name, pair => pair.Value));
        builder.Services.AddLedgerStorage(builder.Configuration);
        return builder.Build();
    }
}
