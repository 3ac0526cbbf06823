using StretchChallenge.Testing;

namespace Orleans.InProcess.Tests.Internals;

/// <summary>Which requests may run together.</summary>
public sealed class MailboxTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData("NN", "N")]
    [InlineData("NR", "N")]
    [InlineData("NA", "NA")]
    [InlineData("RR", "RR")]
    [InlineData("RN", "R")]
    [InlineData("RNR", "RR")]
    [InlineData("AN", "AN")]
    [InlineData("ANRA", "ANA")]
    [InlineData("RNAR", "RAR")]
    public void TryStart_StartsWhatMayRunTogether(string posted, string started)
    {
        var mailbox = new Mailbox(_clock, isReentrant: false);
        Post(mailbox, posted);

        Assert.Equal(started, StartAll(mailbox));
    }

    [Fact]
    public void TryStart_OfAReentrantActor_StartsAll()
    {
        var mailbox = new Mailbox(_clock, isReentrant: true);
        Post(mailbox, "NRAN");

        Assert.Equal("NRAN", StartAll(mailbox));
    }

    [Fact]
    public void Complete_OfTheLastReader_LetsTheWriterStart()
    {
        var mailbox = new Mailbox(_clock, isReentrant: false);
        Post(mailbox, "RRN");
        var first = mailbox.TryStart()!;
        var second = mailbox.TryStart()!;

        mailbox.Complete(first);
        Assert.Null(mailbox.TryStart());
        mailbox.Complete(second);

        Assert.Equal(Interleaving.Never, mailbox.TryStart()!.Interleaving);
    }

    [Fact]
    public void Close_HandsOverWhatWaitsAndTakesNoMore()
    {
        var mailbox = new Mailbox(_clock, isReentrant: false);
        Post(mailbox, "NRA");
        mailbox.TryStart();

        Assert.Equal([Interleaving.ReadOnly, Interleaving.Always], mailbox.Close().Select(r => r.Interleaving));
        Assert.False(mailbox.TryPost(new TestRequest(Interleaving.Never)));
        Assert.Null(mailbox.TryStart());
    }

    [Fact]
    public void TakeOverdue_RemovesWhatWaitsAndOnlyReportsWhatRuns()
    {
        var mailbox = new Mailbox(_clock, isReentrant: false);
        Post(mailbox, "NN");
        var running = mailbox.TryStart()!;
        _clock.Advance(TimeSpan.FromSeconds(1));
        Post(mailbox, "R");

        Assert.Equal(2, mailbox.TakeOverdue(_clock.GetTimestamp()).Count);
        Assert.Equal([running], mailbox.TakeOverdue(_clock.GetTimestamp()));
        mailbox.Complete(running);
        Assert.Equal("R", StartAll(mailbox));
    }

    [Fact]
    public async Task WhenIdle_CompletesWithTheLastRequest()
    {
        var mailbox = new Mailbox(_clock, isReentrant: false);
        Post(mailbox, "RR");
        var first = mailbox.TryStart()!;
        var second = mailbox.TryStart()!;
        var idle = mailbox.WhenIdleAsync();

        mailbox.Complete(first);
        Assert.False(idle.IsCompleted);
        mailbox.Complete(second);

        await idle;
        Assert.True(mailbox.IsIdle);
    }

    private static void Post(Mailbox mailbox, string letters)
    {
        foreach (var letter in letters)
        {
            Assert.True(mailbox.TryPost(new TestRequest(letter switch
            {
                'N' => Interleaving.Never,
                'R' => Interleaving.ReadOnly,
                _ => Interleaving.Always,
            })));
        }
    }

    private static string StartAll(Mailbox mailbox)
    {
        var started = string.Empty;
        while (mailbox.TryStart() is { } request)
        {
            started += request.Interleaving.ToString()[0];
        }

        return started;
    }

    private sealed class TestRequest(Interleaving interleaving) : Request(interleaving)
    {
        public override Task InvokeAsync(object target) => Task.CompletedTask;

        public override bool Fail(Exception exception) => false;
    }
}
