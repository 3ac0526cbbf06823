using Microsoft.Playwright;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>Looks a page over with axe-core.</summary>
internal static class Axe
{
    private const string Audit =
        """
        async () => {
            const { violations } = await axe.run();
            return violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
        }
        """;

    // A script tag would be stopped by the content security policy.
    private static readonly string Source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    /// <summary>Fails where it finds something serious on the page as it stands.</summary>
    public static async Task AuditAsync(IPage page)
    {
        await page.EvaluateAsync(Source);
        var violations = await page.EvaluateAsync<string[]>(Audit);
        Assert.True(violations.Length == 0, $"{page.Url}\n{string.Join('\n', violations)}");
    }
}
