using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using StretchChallenge.Server.Security.Keys;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Security;

/// <summary>The master key, and Data Protection's keys encrypted with it in the database.</summary>
internal static class KeysSetup
{
    private const string HowToMakeOne = "Make one with 'openssl rand -base64 32', give it to every node, and keep a copy.";

    /// <summary>Adds both. The database's migrations must have been added before: the keys are read at the start.</summary>
    public static void AddKeys(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SecretsOptions>()
            .BindConfiguration("Secrets")
            .Validate(secrets => secrets.IsValid, $"Secrets:MasterKey is not a key of 32 bytes in base64. {HowToMakeOne}")
            .Validate<LedgerOptions>(
                (secrets, ledger) => ledger.Provider == LedgerProvider.Sqlite || !string.IsNullOrEmpty(secrets.MasterKey),
                $"With PostgreSQL, Secrets:MasterKey must be configured. {HowToMakeOne}")
            .ValidateOnStart();
        builder.Services.AddSingleton(FindMasterKey);
        builder.Services.AddDataProtection().SetApplicationName("StretchChallenge");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IKeyStore, MasterKey>((keys, store, masterKey) =>
        {
            keys.XmlRepository = new StoredKeys(store);
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
        var beside = Path.Combine(Path.GetDirectoryName(database)!, "master.key");
        return MasterKeyFile.LoadOrCreate(secrets.KeyFile is { Length: > 0 } file ? Path.GetFullPath(file, contentRoot) : beside);
    }
}
