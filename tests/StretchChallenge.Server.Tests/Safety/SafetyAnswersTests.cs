using System.Text;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Domain;
using StretchChallenge.Server.Safety;
using StretchChallenge.Server.Security;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.PrivateHealth;

namespace StretchChallenge.Server.Tests.Safety;

public sealed class SafetyAnswersTests : IDisposable
{
    private static readonly Dictionary<string, string> OtherKey = new() { ["Secrets:MasterKey"] = Convert.ToBase64String(new byte[32]) };

    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task HasDiscInjury_NoAnswer_IsFalse()
    {
        Assert.False(await HasDiscInjuryAsync(_server, await RegisterAsync()));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(null, false)]
    public async Task HasDiscInjury_AsAnswered(bool? answer, bool expected)
    {
        var ann = await RegisterAsync();

        Assert.Equal(SafetyOutcome.Changed, await AnswersOf(_server).ChangeAsync(ann, new SafetyChange { DiscInjury = answer }, CancellationToken.None));

        Assert.Equal(expected, await HasDiscInjuryAsync(_server, ann));
    }

    [Fact]
    public async Task HasDiscInjury_AnsweredOnAnotherNode_IsKnownAtOnce()
    {
        var ann = await RegisterAsync();
        await using var other = new TestServer { Folder = _server.Folder };
        Assert.False(await HasDiscInjuryAsync(other, ann));

        await AnswersOf(_server).ChangeAsync(ann, new SafetyChange { DiscInjury = true }, CancellationToken.None);

        Assert.True(await HasDiscInjuryAsync(other, ann));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HasDiscInjury_KeyLost_IsTrueUntilAnsweredAgain(bool answer)
    {
        var ann = await RegisterAsync();
        await AnswersOf(_server).ChangeAsync(ann, new SafetyChange { DiscInjury = answer }, CancellationToken.None);
        await using var restarted = new TestServer { Folder = _server.Folder, Settings = OtherKey };

        Assert.True(await HasDiscInjuryAsync(restarted, ann));
        await AnswersOf(restarted).ChangeAsync(ann, new SafetyChange { DiscInjury = false }, CancellationToken.None);

        Assert.False(await HasDiscInjuryAsync(restarted, ann));
    }

    [Fact]
    public async Task Change_OfNobody_IsTold()
    {
        Assert.Equal(
            SafetyOutcome.NoAccount,
            await AnswersOf(_server).ChangeAsync(new UserId("nobody"), new SafetyChange { DiscInjury = true }, CancellationToken.None));
    }

    [Fact]
    public async Task Find_EncryptedByAnEarlierVersion_IsReadAndEncryptedAnewWhenWritten()
    {
        var ann = await RegisterAsync();
        var legacy = _server.Services.GetRequiredService<MasterKey>().Encrypt(
            $"health/{ann.Value}/safety",
            Encoding.UTF8.GetBytes("""{"answered":true,"discInjury":true,"noticeSeen":false}""".PadRight(256)));
        var store = _server.Services.GetRequiredService<IHealthRecordStore>();
        await store.ChangeSafetyAnswerAsync(ann, _ => legacy);
        var expected = new SafetyAnswer(Answered: true, DiscInjury: true, NoticeSeen: false, Unreadable: false);
        Assert.Equal(expected, await AnswersOf(_server).FindAsync(ann, CancellationToken.None));

        await AnswersOf(_server).ChangeAsync(ann, new SafetyChange { NoticeSeen = true }, CancellationToken.None);

        Assert.Equal(expected with { NoticeSeen = true }, await AnswersOf(_server).FindAsync(ann, CancellationToken.None));
        Assert.False(LegacyRecord.Is(await store.FindSafetyAnswerAsync(ann)));
    }

    private static SafetyAnswers AnswersOf(TestServer server) => server.Services.GetRequiredService<SafetyAnswers>();

    private static ValueTask<bool> HasDiscInjuryAsync(TestServer server, UserId person) =>
        AnswersOf(server).HasDiscInjuryAsync(person, CancellationToken.None);

    private async Task<UserId> RegisterAsync() => new((await _server.RegisterAsync()).Id);
}
