using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using StretchChallenge.Server.Security.Keys;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Security;

/// <summary>The master key, and Data Protection with its keys in the database, encrypted with the master key.</summary>
internal static class KeysSetup
{
    private const string Instruction = "Make one with 'openssl rand -base64 32', give it to every node, and keep a copy.";

    /// <summary>Adds both. Call it after the database's migrations were added: the keys are read at start.</summary>
    public static void AddKeys(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SecretsOptions>()
            .BindConfiguration("Secrets")
            .Validate(secrets => secrets.IsValid, $"Secrets:MasterKey is not a key of 32 bytes in base64. {Instruction}")
            .Validate<LedgerOptions>(
                (secrets, ledger) => ledger.Provider == LedgerProvider.Sqlite || !string.IsNullOrEmpty(secrets.MasterKey),
                $"With PostgreSQL, Secrets:MasterKey must be configured. {Instruction}")
            .ValidateOnStart();
        builder.Services.AddSingleton(FindMasterKey);
        builder.Services.AddDataProtection().SetApplicationName("StretchChallenge");
        // At Trace it logs the purposes, which name people who have private health records.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.KeyRingBasedDataProtector", LogLevel.Information);
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IKeyStore, MasterKey>((keys, store, masterKey) =>
        {
            keys.XmlRepository = new DatabaseKeyRepository(store);
            keys.XmlEncryptor = new MasterKeyXmlEncryptor(masterKey);
        });
    }

    private static MasterKey FindMasterKey(IServiceProvider services)
    {
        var secrets = services.GetRequiredService<IOptions<SecretsOptions>>().Value;
        if (SecretText.TryRead(secrets.MasterKey, out var key))
        {
            return new MasterKey(key);
        }

        var contentRoot = services.GetRequiredService<IHostEnvironment>().ContentRootPath;
        var database = services.GetRequiredService<LedgerOptions>().LocateFile(contentRoot);
        var defaultFile = Path.Combine(Path.GetDirectoryName(database)!, "master.key");
        return MasterKeyFile.LoadOrCreate(secrets.KeyFile is { Length: > 0 } file ? Path.GetFullPath(file, contentRoot) : defaultFile);
    }
}

/// <summary>Data Protection's keys, in the database that all nodes share.</summary>
/// <remarks>
/// The interface is synchronous; it is called at start and about once a day, so blocking is harmless. A key that this node
/// generated is not stored when another node stored one since this node last read the keys: Data Protection reads them again
/// after storing, and then uses that one. Otherwise nodes that start together on an empty database would each use a key of
/// their own, which the others read only a day later.
/// </remarks>
internal sealed class DatabaseKeyRepository(IKeyStore store) : IXmlRepository
{
    private volatile int _known;

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var elements = store.LoadAsync().GetAwaiter().GetResult();
        _known = elements.Length;
        return [.. elements.Select(XElement.Parse)];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName) =>
        store.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting), _known).GetAwaiter().GetResult();
}
