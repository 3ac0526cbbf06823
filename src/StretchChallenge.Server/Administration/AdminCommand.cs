using System.CommandLine;
using System.Data.Common;
using Microsoft.Extensions.Options;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Administration;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Administration;

/// <summary>
/// The command <c>admin</c>, for who is locked out of the site but can run programs on its machine. It works on the database,
/// also while a server uses it, and is recorded in the audit log without an actor.
/// </summary>
internal static class AdminCommand
{
    private static readonly Argument<string> Email = new("email") { Description = "The e-mail of the account, in any case." };

    private static readonly Option<string?> Ledger = new("--ledger")
    {
        Description = "The SQLite file that the server keeps its data in, as a path or as \"Data Source=…\". "
            + "Left out: the database that the settings name, or data/ledger.db.",
        HelpName = "file",
    };

    /// <summary>The command and its two actions.</summary>
    public static Command Create() => new("admin", "Lets people in who are locked out.")
    {
        Action("promote", "Makes an account a site administrator, and enables it.", PromoteAsync),
        Action("reset-password", "Prints a link with which the account's owner sets a new password, once within 24 hours.", ResetAsync),
    };

    private static Command Action(string name, string description, Func<ServiceProvider, AccountRecord, Task<string>> action)
    {
        var command = new Command(name, description) { Email, Ledger };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var console = parsed.InvocationConfiguration;
            try
            {
                await using var services = Open(parsed.GetValue(Ledger));
                var account = await FindAsync(services, parsed.GetRequiredValue(Email), cancellationToken);
                await console.Output.WriteLineAsync(await action(services, account));
                return 0;
            }
            catch (Exception fault) when (Describe(fault) is { } text)
            {
                await console.Error.WriteLineAsync($"Nothing was changed. {text}");
                return 1;
            }
        });
        return command;
    }

    private static async Task<string> PromoteAsync(ServiceProvider services, AccountRecord account)
    {
        var now = TimeProvider.System.GetUtcNow();
        // Nothing of this change ends sign-ins.
        var unused = new SignInEnd(account.SecurityStamp, now);
        await services.GetRequiredService<IAdministrationStore>().ChangeAccountAsync(
            account.Id, new AdministrativeChange(Disabled: false, SiteAdministrator: true), unused, new AuditActor(null, now));
        return $"{account.Email} administers the site. The page is /admin.";
    }

    private static async Task<string> ResetAsync(ServiceProvider services, AccountRecord account)
    {
        var by = new AuditActor(null, TimeProvider.System.GetUtcNow());
        var secret = await PasswordResets.CreateAsync(services.GetRequiredService<IPasswordResetStore>(), account.Id, by)
            ?? throw new ArgumentException("The account was deleted meanwhile.");
        var path = PasswordResets.PathOf(secret);
        var site = services.GetRequiredService<IConfiguration>().GetSection("Server").Get<ServerOptions>() is { IsValid: true, PublicUrl: { } url } ? url : null;
        return site is null
            ? $"{path}{Environment.NewLine}Open this path below the site's address, within 24 hours."
            : $"{new Uri(site, path)}{Environment.NewLine}The link can be used once, within 24 hours.";
    }

    private static ServiceProvider Open(string? named)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var ledger = LedgerOptions.Read(builder.Configuration);
        if (named is not null || ledger.Provider == LedgerProvider.Sqlite)
        {
            var file = SqliteFile.Locate(named, ledger, builder.Environment.ContentRootPath);
            if (!File.Exists(file))
            {
                throw new ArgumentException($"There is no file {file}. Name the SQLite file that the server keeps its data in: --ledger.");
            }

            builder.Configuration["Ledger:Provider"] = nameof(LedgerProvider.Sqlite);
            builder.Configuration["ConnectionStrings:Ledger"] = $"Data Source={file}";
        }

        builder.Services.AddLedgerStorage(builder.Configuration);
        return builder.Services.BuildServiceProvider();
    }

    private static async Task<AccountRecord> FindAsync(ServiceProvider services, string email, CancellationToken cancellationToken)
    {
        var accounts = services.GetRequiredService<IAccountStore>();
        var account = await accounts.FindByEmailAsync(EmailAddress.EarlierKeyOf(email), cancellationToken)
            ?? await accounts.FindByEmailAsync(EmailAddress.KeyOf(email), cancellationToken);
        return account is { Kind: AccountKind.Person }
            ? account
            : throw new ArgumentException($"Nobody here has the e-mail {email}.");
    }

    private static string? Describe(Exception fault) => fault switch
    {
        OptionsValidationException settings => $"A setting is not valid. {string.Join(' ', settings.Failures)}",
        DatabaseUnwritableException => fault.Message,
        DbException => $"The database does not answer as it should ({fault.GetBaseException().Message}). "
            + "Check that it is the server's, that it runs, and that a server of this version was started on it once.",
        ArgumentException or IOException or UnauthorizedAccessException => fault.Message,
        _ => null,
    };
}
