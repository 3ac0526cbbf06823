using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Administration;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Calendars;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Demo;
using StretchChallenge.Storage.Metrics;
using StretchChallenge.Storage.Idempotency;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Migrations;
using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.PrivateHealth;
using StretchChallenge.Storage.Reminders;
using StretchChallenge.Storage.Results;
using StretchChallenge.Storage.Sessions;
using StretchChallenge.Storage.Teams;
using StretchChallenge.Storage.Users;
using StretchChallenge.Storage.Walls;

namespace StretchChallenge.Storage.Hosting;

/// <summary>Adds the day ledger and the stores to a program.</summary>
public static class LedgerServices
{
    /// <summary>
    /// Adds every store, the ledger's writer and the migrations, which run before everything else starts. The settings are
    /// read when first needed (see <see cref="LedgerOptions" />).
    /// </summary>
    public static IServiceCollection AddLedgerStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => LedgerOptions.Read(configuration));
        services.AddSingleton(OpenDatabase);
        services.AddSingleton(ChooseStatements);

        services.AddSingleton<IPeopleStore, PeopleStore>();
        services.AddSingleton<IParticipantStore, ParticipantStore>();
        services.AddSingleton<IChallengeStore, ChallengeStore>();
        services.AddSingleton<IChangeFeed, ChangeFeed>();
        services.AddSingleton<IMemberStore, MemberStore>();
        services.AddSingleton<IInvitedPeopleStore, InvitedPeopleStore>();
        services.AddSingleton<IAccountStore, AccountStore>();
        services.AddSingleton<IAuditLog, AuditLog>();
        services.AddSingleton<IAccountDeletion, AccountDeletion>();
        services.AddSingleton<ISealedDayStore, SealedDayStore>();
        services.AddSingleton<IPersonalDataStore, PersonalDataStore>();
        services.AddSingleton<IDayRetention, DayRetention>();
        services.AddSingleton<IResultsStore, ResultsStore>();
        services.AddSingleton<IRevokedSignInStore, RevokedSignInStore>();
        services.AddSingleton<ISignInStore, SignInStore>();
        services.AddSingleton<IPasswordResetStore, PasswordResetStore>();
        services.AddSingleton<IPasskeyStore, PasskeyStore>();
        services.AddSingleton<IAdministrationStore, AdministrationStore>();
        services.AddSingleton<ISiteSettingStore, SiteSettingStore>();
        services.AddSingleton<IDatabaseStatus, DatabaseStatus>();
        services.AddSingleton<ISessionStore, SessionStore>();
        services.AddSingleton<IScheduleStore, ScheduleStore>();
        services.AddSingleton<ITeamTalkStore, TeamTalkStore>();
        services.AddSingleton<IWallStore, WallStore>();
        services.AddSingleton<ICalendarFeedStore, CalendarFeedStore>();
        services.AddSingleton<IReminderStore, ReminderStore>();
        services.AddSingleton<IDemoStore, DemoStore>();
        services.AddSingleton<IHealthRecordStore, HealthRecordStore>();
        services.AddSingleton<IIdempotencyStore, IdempotencyStore>();
        services.AddSingleton<IKeyStore, KeyStore>();
        services.AddSingleton<ILedgerProbe, LedgerProbe>();
        services.AddSingleton<IDatabaseClock, DatabaseClock>();

        services.AddSingleton<ParticipationMetrics>();
        services.AddSingleton<LedgerMetrics>();
        services.AddSingleton<IGroupCommit, GroupCommit>();
        services.AddSingleton<LedgerWriter>();
        services.AddSingleton<ILedgerWriter>(provider => provider.GetRequiredService<LedgerWriter>());
        services.AddHostedService<SchemaMigrator>();
        services.AddHostedService<EmailKeyUpgrade>();
        services.AddHostedService(provider => provider.GetRequiredService<LedgerWriter>());
        services.AddHostedService<Retention>();
        return services;
    }

    private static LedgerDatabase OpenDatabase(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<LedgerOptions>();
        var contentRoot = provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Environment.CurrentDirectory;
        var logger = provider.GetRequiredService<ILogger<LedgerDatabase>>();
        return options.Provider switch
        {
            LedgerProvider.Sqlite => new SqliteDatabase(LocateDatabase(options, contentRoot), logger),
            LedgerProvider.PostgreSql => new PostgreSqlDatabase(options.ConnectionString
                ?? throw LedgerOptions.Invalid("Ledger:Provider is PostgreSql; ConnectionStrings:Ledger must name the server."), logger),
        };
    }

    private static ILedgerStatements ChooseStatements(IServiceProvider provider) =>
        provider.GetRequiredService<LedgerOptions>().Provider switch
        {
            LedgerProvider.Sqlite => new SqliteLedgerStatements(),
            LedgerProvider.PostgreSql => new PostgreSqlLedgerStatements(),
        };

    private static string LocateDatabase(LedgerOptions options, string contentRoot) =>
        new SqliteConnectionStringBuilder(options.ConnectionString) { DataSource = options.LocateFile(contentRoot) }.ToString();
}
